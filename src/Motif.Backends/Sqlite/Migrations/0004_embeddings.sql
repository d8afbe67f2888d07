-- Vectors are float32, little-endian, one after the other. The key is the SHA-256 of embedding space and text.
CREATE TABLE embedding_cache (
    key  TEXT    NOT NULL PRIMARY KEY,
    data BLOB    NOT NULL,
    at   INTEGER NOT NULL
);
CREATE INDEX embedding_cache_by_time ON embedding_cache (at, key);
