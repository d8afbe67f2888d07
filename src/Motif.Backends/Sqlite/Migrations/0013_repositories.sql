-- Where a repository's files lie: a file is one file by its place, whatever the tree around it is called.
CREATE TABLE code_repositories (
    repository TEXT    NOT NULL PRIMARY KEY,
    host       TEXT    NOT NULL,
    folder     TEXT    NOT NULL,
    scanned_at INTEGER
) WITHOUT ROWID;

-- What a scan found other than the one before.
ALTER TABLE code_scans ADD COLUMN changes TEXT;
CREATE INDEX code_scans_by_repository ON code_scans (repository, started_at);
