-- Ids of families that were given out and lead to another since; rows are only added.
CREATE TABLE family_aliases (
    alias_id  TEXT    NOT NULL PRIMARY KEY,
    family_id TEXT    NOT NULL,
    added_at  INTEGER NOT NULL,
    actor     TEXT    NOT NULL,
    reason    TEXT    NOT NULL
) WITHOUT ROWID;

-- The texts that made or changed a family, as words and slots: what a rebuild begins with.
CREATE TABLE family_samples (
    sample_id TEXT NOT NULL PRIMARY KEY,
    tokens    TEXT NOT NULL
) WITHOUT ROWID;
