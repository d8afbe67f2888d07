-- The parts of a run under way, so that several workers do them, and the log of their leases.
CREATE TABLE discovery_plans (
    run_id      TEXT    NOT NULL PRIMARY KEY REFERENCES discovery_runs (run_id),
    fingerprint TEXT    NOT NULL,
    -- The number of the newest lease of the run.
    fence       INTEGER NOT NULL,
    places      BLOB    NOT NULL
);

CREATE TABLE discovery_parts (
    run_id       TEXT    NOT NULL REFERENCES discovery_runs (run_id),
    part         INTEGER NOT NULL,
    -- The number of the part's newest lease; a commit under an older one is refused.
    fence        INTEGER NOT NULL,
    leased_until INTEGER,
    committed_at INTEGER,
    result       BLOB,
    PRIMARY KEY (run_id, part)
);

CREATE TABLE discovery_attempts (
    run_id    TEXT    NOT NULL REFERENCES discovery_runs (run_id),
    fence     INTEGER NOT NULL,
    part      INTEGER NOT NULL,
    worker    TEXT    NOT NULL,
    leased_at INTEGER NOT NULL,
    ended_at  INTEGER,
    outcome   TEXT    NOT NULL,
    PRIMARY KEY (run_id, fence)
);
