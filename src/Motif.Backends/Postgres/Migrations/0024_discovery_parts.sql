-- The parts of a run under way, so that several workers do them, and the log of their leases.
CREATE TABLE discovery_plans (
    run_id      uuid    NOT NULL PRIMARY KEY REFERENCES discovery_runs (run_id),
    fingerprint text COLLATE "C" NOT NULL,
    -- The number of the newest lease of the run.
    fence       integer NOT NULL,
    places      bytea   NOT NULL
);
ALTER TABLE discovery_plans ALTER COLUMN places SET STORAGE EXTERNAL;

CREATE TABLE discovery_parts (
    run_id       uuid    NOT NULL REFERENCES discovery_runs (run_id),
    part         integer NOT NULL,
    -- The number of the part's newest lease; a commit under an older one is refused.
    fence        integer NOT NULL,
    leased_until timestamptz,
    committed_at timestamptz,
    result       bytea,
    PRIMARY KEY (run_id, part)
);
ALTER TABLE discovery_parts ALTER COLUMN result SET STORAGE EXTERNAL;

CREATE TABLE discovery_attempts (
    run_id    uuid        NOT NULL REFERENCES discovery_runs (run_id),
    fence     integer     NOT NULL,
    part      integer     NOT NULL,
    worker    text        NOT NULL,
    leased_at timestamptz NOT NULL,
    ended_at  timestamptz,
    outcome   text COLLATE "C" NOT NULL,
    PRIMARY KEY (run_id, fence)
);
