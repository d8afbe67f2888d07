CREATE TABLE code_scans (
    scan_id      TEXT    NOT NULL PRIMARY KEY,
    repository   TEXT    NOT NULL,
    root         TEXT    NOT NULL,
    state        TEXT    NOT NULL,
    started_at   INTEGER NOT NULL,
    finished_at  INTEGER,
    files        INTEGER NOT NULL,
    files_failed INTEGER NOT NULL,
    lines        INTEGER NOT NULL,
    units        INTEGER NOT NULL,
    occurrences  INTEGER NOT NULL,
    patterns     INTEGER NOT NULL,
    added        INTEGER NOT NULL,
    changed      INTEGER NOT NULL,
    retired      INTEGER NOT NULL,
    writes       INTEGER NOT NULL,
    errors       TEXT    NOT NULL
);
CREATE INDEX code_scans_by_time ON code_scans (started_at, scan_id);

CREATE TABLE code_files (
    repository   TEXT    NOT NULL,
    path         TEXT    NOT NULL,
    content_hash TEXT    NOT NULL,
    language     TEXT    NOT NULL,
    lines        INTEGER NOT NULL,
    error        TEXT,
    PRIMARY KEY (repository, path)
) WITHOUT ROWID;

-- An occurrence has no name of its own: the fingerprint of all it says tells what a new scan leaves as it is.
CREATE TABLE code_occurrences (
    repository     TEXT    NOT NULL,
    fingerprint    BLOB    NOT NULL,
    pattern_id     TEXT    NOT NULL REFERENCES patterns (pattern_id) ON DELETE CASCADE,
    file           TEXT    NOT NULL,
    start_line     INTEGER NOT NULL,
    end_line       INTEGER NOT NULL,
    qualified_name TEXT    NOT NULL,
    rule           TEXT    NOT NULL,
    confidence     REAL    NOT NULL,
    language       TEXT    NOT NULL,
    quality        TEXT    NOT NULL,
    metrics        TEXT    NOT NULL,
    evidence       TEXT    NOT NULL,
    PRIMARY KEY (repository, fingerprint)
);
CREATE INDEX code_occurrences_by_pattern ON code_occurrences (pattern_id, repository, file, start_line);

-- Which repository's scan saw which relationship; the last one that no longer does takes it away.
CREATE TABLE code_relationships (
    repository      TEXT    NOT NULL,
    relationship_id INTEGER NOT NULL REFERENCES pattern_relationships (relationship_id) ON DELETE CASCADE,
    PRIMARY KEY (repository, relationship_id)
) WITHOUT ROWID;
CREATE INDEX code_relationships_by_relationship ON code_relationships (relationship_id);
