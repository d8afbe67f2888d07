CREATE TABLE vector_spaces (
    space      text        COLLATE "C" NOT NULL PRIMARY KEY,
    provider   text        COLLATE "C" NOT NULL,
    model      text        COLLATE "C" NOT NULL,
    dims       integer     NOT NULL CHECK (dims BETWEEN 1 AND 4096),
    template   text        COLLATE "C" NOT NULL,
    state      text        COLLATE "C" NOT NULL CHECK (state IN ('building', 'current')),
    created_at timestamptz NOT NULL
);

-- The row of a pattern that is gone stays for a while without data: it is how indexes hear of it.
CREATE TABLE vectors (
    space        text        COLLATE "C" NOT NULL,
    pattern_id   uuid        NOT NULL,
    version      integer     NOT NULL,
    content_hash text        COLLATE "C" NOT NULL,
    data         bytea,
    at           timestamptz NOT NULL,
    PRIMARY KEY (space, pattern_id)
);
-- Floats do not compress; trying costs more than it saves.
ALTER TABLE vectors ALTER COLUMN data SET STORAGE EXTERNAL;
CREATE INDEX vectors_by_time ON vectors (space, at, pattern_id);

-- Patterns whose vector is to be brought up to date, one row each and space. enqueued_at is the time of the first change
-- that is not in the index yet.
CREATE TABLE outbox (
    space        text        COLLATE "C" NOT NULL,
    pattern_id   uuid        NOT NULL,
    token        bigint      NOT NULL,
    enqueued_at  timestamptz NOT NULL,
    due_at       timestamptz NOT NULL,
    leased_until timestamptz,
    attempts     integer     NOT NULL,
    error        text,
    PRIMARY KEY (space, pattern_id)
) WITH (fillfactor = 70);
CREATE INDEX outbox_by_due ON outbox (space, due_at, pattern_id);
CREATE INDEX outbox_by_age ON outbox (space, enqueued_at);
