CREATE TABLE code_scans (
    scan_id      uuid        NOT NULL PRIMARY KEY,
    repository   text        NOT NULL,
    root         text        NOT NULL,
    state        text        NOT NULL,
    started_at   timestamptz NOT NULL,
    finished_at  timestamptz,
    files        integer     NOT NULL,
    files_failed integer     NOT NULL,
    lines        bigint      NOT NULL,
    units        integer     NOT NULL,
    occurrences  integer     NOT NULL,
    patterns     integer     NOT NULL,
    added        integer     NOT NULL,
    changed      integer     NOT NULL,
    retired      integer     NOT NULL,
    writes       integer     NOT NULL,
    errors       jsonb       NOT NULL
);
CREATE INDEX code_scans_by_time ON code_scans (started_at, scan_id);

CREATE TABLE code_files (
    repository   text    COLLATE "C" NOT NULL,
    path         text    COLLATE "C" NOT NULL,
    content_hash text    NOT NULL,
    language     text    NOT NULL,
    lines        integer NOT NULL,
    error        text,
    PRIMARY KEY (repository, path)
);

-- An occurrence has no name of its own: the fingerprint of all it says tells what a new scan leaves as it is.
CREATE TABLE code_occurrences (
    repository     text    COLLATE "C" NOT NULL,
    fingerprint    bytea   NOT NULL,
    pattern_id     uuid    NOT NULL REFERENCES patterns (pattern_id) ON DELETE CASCADE,
    file           text    COLLATE "C" NOT NULL,
    start_line     integer NOT NULL,
    end_line       integer NOT NULL,
    qualified_name text    COLLATE "C" NOT NULL,
    rule           text    COLLATE "C" NOT NULL,
    confidence     double precision NOT NULL,
    language       text    NOT NULL,
    quality        jsonb   NOT NULL,
    metrics        jsonb   NOT NULL,
    evidence       jsonb   NOT NULL,
    PRIMARY KEY (repository, fingerprint)
);
CREATE INDEX code_occurrences_by_pattern ON code_occurrences (pattern_id);

-- Which repository's scan saw which relationship; the last one that no longer does takes it away.
CREATE TABLE code_relationships (
    repository      text   COLLATE "C" NOT NULL,
    relationship_id bigint NOT NULL REFERENCES pattern_relationships (relationship_id) ON DELETE CASCADE,
    PRIMARY KEY (repository, relationship_id)
);
CREATE INDEX code_relationships_by_relationship ON code_relationships (relationship_id);
