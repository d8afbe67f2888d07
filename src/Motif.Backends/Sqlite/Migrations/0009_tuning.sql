-- Token vectors tuned on the catalogue, one set for every lexicon that was tuned; without content where none were better.
CREATE TABLE tuned_vectors (
    lexicon  TEXT    NOT NULL,
    analyzer TEXT    NOT NULL,
    tuned_at INTEGER NOT NULL,
    patterns INTEGER NOT NULL CHECK (patterns >= 0),
    content  BLOB,
    PRIMARY KEY (lexicon, analyzer)
);
