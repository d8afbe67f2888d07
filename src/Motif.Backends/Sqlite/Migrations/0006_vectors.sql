CREATE TABLE vector_spaces (
    space      TEXT    NOT NULL PRIMARY KEY,
    provider   TEXT    NOT NULL,
    model      TEXT    NOT NULL,
    dims       INTEGER NOT NULL CHECK (dims BETWEEN 1 AND 4096),
    template   TEXT    NOT NULL,
    state      TEXT    NOT NULL CHECK (state IN ('building', 'current')),
    created_at INTEGER NOT NULL
) WITHOUT ROWID;

-- The row of a pattern that is gone stays for a while without data: it is how indexes hear of it.
CREATE TABLE vectors (
    space        TEXT    NOT NULL,
    pattern_id   TEXT    NOT NULL,
    version      INTEGER NOT NULL,
    content_hash TEXT    NOT NULL,
    data         BLOB,
    at           INTEGER NOT NULL,
    PRIMARY KEY (space, pattern_id)
);
CREATE INDEX vectors_by_time ON vectors (space, at, pattern_id);

-- Patterns whose vector is to be brought up to date, one row each and space. enqueued_at is the time of the first change
-- that is not in the index yet.
CREATE TABLE outbox (
    space        TEXT    NOT NULL,
    pattern_id   TEXT    NOT NULL,
    token        INTEGER NOT NULL,
    enqueued_at  INTEGER NOT NULL,
    due_at       INTEGER NOT NULL,
    leased_until INTEGER,
    attempts     INTEGER NOT NULL,
    error        TEXT,
    PRIMARY KEY (space, pattern_id)
) WITHOUT ROWID;
CREATE INDEX outbox_by_due ON outbox (space, due_at, pattern_id);
CREATE INDEX outbox_by_age ON outbox (space, enqueued_at);
