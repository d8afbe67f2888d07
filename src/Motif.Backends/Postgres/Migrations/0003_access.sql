CREATE TABLE api_keys (
    name       text        COLLATE "C" NOT NULL PRIMARY KEY,
    scope      text        NOT NULL,
    hash       text        COLLATE "C" NOT NULL UNIQUE,
    created_at timestamptz NOT NULL,
    revoked_at timestamptz
);

CREATE TABLE idempotent_answers (
    scope        text        COLLATE "C" NOT NULL,
    key          text        COLLATE "C" NOT NULL,
    request_hash text        NOT NULL,
    status       integer     NOT NULL,
    content_type text,
    headers      jsonb       NOT NULL,
    body         bytea       NOT NULL,
    at           timestamptz NOT NULL,
    PRIMARY KEY (scope, key)
);
CREATE INDEX idempotent_answers_by_time ON idempotent_answers (at);
