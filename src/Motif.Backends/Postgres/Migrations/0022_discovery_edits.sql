-- What people change in the hierarchy, the topics that they name, and items that are placed between two runs.
ALTER TABLE clusters ADD COLUMN added integer NOT NULL DEFAULT 0;
-- run, placed, or moved by a person.
ALTER TABLE cluster_members ADD COLUMN origin text COLLATE "C" NOT NULL DEFAULT 'run';

CREATE TABLE cluster_edits (
    edit_id uuid    NOT NULL PRIMARY KEY,
    number  integer NOT NULL UNIQUE,
    body    jsonb   NOT NULL
);

CREATE TABLE known_topics (
    topic_id uuid NOT NULL PRIMARY KEY,
    name     text COLLATE "C" NOT NULL UNIQUE,
    body     jsonb NOT NULL
);
