-- Ids of families that were given out and lead to another since; rows are only added.
CREATE TABLE family_aliases (
    alias_id  text COLLATE "C" NOT NULL PRIMARY KEY,
    family_id text COLLATE "C" NOT NULL,
    added_at  timestamptz      NOT NULL,
    actor     text COLLATE "C" NOT NULL,
    reason    text COLLATE "C" NOT NULL
);

-- The texts that made or changed a family, as words and slots: what a rebuild begins with.
CREATE TABLE family_samples (
    sample_id text COLLATE "C" NOT NULL PRIMARY KEY,
    tokens    jsonb            NOT NULL
);
