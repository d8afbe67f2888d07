-- Token vectors tuned on the catalogue, one set for every lexicon that was tuned; without content where none were better.
CREATE TABLE tuned_vectors (
    lexicon  text        COLLATE "C" NOT NULL,
    analyzer text        COLLATE "C" NOT NULL,
    tuned_at timestamptz NOT NULL,
    patterns integer     NOT NULL CHECK (patterns >= 0),
    content  bytea,
    PRIMARY KEY (lexicon, analyzer)
);
-- Vectors do not compress.
ALTER TABLE tuned_vectors ALTER COLUMN content SET STORAGE EXTERNAL;
