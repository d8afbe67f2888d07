-- Copies and near copies in a repository, as its last scan saw them.
CREATE TABLE code_duplicates (
    duplicate_id    uuid    NOT NULL PRIMARY KEY,
    repository      text    COLLATE "C" NOT NULL,
    language        text    COLLATE "C" NOT NULL,
    name            text    NOT NULL,
    places          integer NOT NULL,
    files           integer NOT NULL,
    lines           integer NOT NULL,
    redundant_lines integer NOT NULL,
    longest         integer NOT NULL,
    similarity      double precision NOT NULL
);
CREATE INDEX code_duplicates_by_lines ON code_duplicates (redundant_lines, duplicate_id);
CREATE INDEX code_duplicates_by_repository ON code_duplicates (repository);

CREATE TABLE code_duplicate_copies (
    duplicate_id   uuid    NOT NULL REFERENCES code_duplicates (duplicate_id) ON DELETE CASCADE,
    number         integer NOT NULL,
    file           text    COLLATE "C" NOT NULL,
    start_line     integer NOT NULL,
    end_line       integer NOT NULL,
    qualified_name text    NOT NULL,
    lines          integer NOT NULL,
    similarity     double precision NOT NULL,
    PRIMARY KEY (duplicate_id, number)
);

-- What the patterns of the repository were worth after the scan, for its trend.
ALTER TABLE code_scans ADD COLUMN mean_quality double precision;
