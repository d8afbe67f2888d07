-- Copies and near copies in a repository, as its last scan saw them.
CREATE TABLE code_duplicates (
    duplicate_id    TEXT    NOT NULL PRIMARY KEY,
    repository      TEXT    NOT NULL,
    language        TEXT    NOT NULL,
    name            TEXT    NOT NULL,
    places          INTEGER NOT NULL,
    files           INTEGER NOT NULL,
    lines           INTEGER NOT NULL,
    redundant_lines INTEGER NOT NULL,
    longest         INTEGER NOT NULL,
    similarity      REAL    NOT NULL
) WITHOUT ROWID;
CREATE INDEX code_duplicates_by_lines ON code_duplicates (redundant_lines, duplicate_id);
CREATE INDEX code_duplicates_by_repository ON code_duplicates (repository);

CREATE TABLE code_duplicate_copies (
    duplicate_id   TEXT    NOT NULL REFERENCES code_duplicates (duplicate_id) ON DELETE CASCADE,
    number         INTEGER NOT NULL,
    file           TEXT    NOT NULL,
    start_line     INTEGER NOT NULL,
    end_line       INTEGER NOT NULL,
    qualified_name TEXT    NOT NULL,
    lines          INTEGER NOT NULL,
    similarity     REAL    NOT NULL,
    PRIMARY KEY (duplicate_id, number)
) WITHOUT ROWID;

-- What the patterns of the repository were worth after the scan, for its trend.
ALTER TABLE code_scans ADD COLUMN mean_quality REAL;
