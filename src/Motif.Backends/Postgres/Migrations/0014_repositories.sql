-- Where a repository's files lie: a file is one file by its place, whatever the tree around it is called.
CREATE TABLE code_repositories (
    repository text        COLLATE "C" NOT NULL PRIMARY KEY,
    host       text        NOT NULL,
    folder     text        NOT NULL,
    scanned_at timestamptz
);

-- What a scan found other than the one before.
ALTER TABLE code_scans ADD COLUMN changes jsonb;
CREATE INDEX code_scans_by_repository ON code_scans (repository, started_at);
