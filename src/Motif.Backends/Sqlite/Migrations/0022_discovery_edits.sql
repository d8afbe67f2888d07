-- What people change in the hierarchy, the topics that they name, and items that are placed between two runs.
ALTER TABLE clusters ADD COLUMN added INTEGER NOT NULL DEFAULT 0;
-- run, placed, or moved by a person.
ALTER TABLE cluster_members ADD COLUMN origin TEXT NOT NULL DEFAULT 'run';

CREATE TABLE cluster_edits (
    edit_id TEXT    NOT NULL PRIMARY KEY,
    number  INTEGER NOT NULL UNIQUE,
    body    TEXT    NOT NULL
);

CREATE TABLE known_topics (
    topic_id TEXT NOT NULL PRIMARY KEY,
    name     TEXT NOT NULL UNIQUE,
    body     TEXT NOT NULL
);
