-- What a key may do besides its scope; saved messages, imports and conflicts of decisions; pairs of an import until they are reviewed.
ALTER TABLE api_keys ADD COLUMN rights INTEGER NOT NULL DEFAULT 0;

CREATE TABLE decision_documents (
    kind TEXT    NOT NULL,
    name TEXT    NOT NULL,
    at   INTEGER NOT NULL,
    body TEXT    NOT NULL,
    PRIMARY KEY (kind, name)
) WITHOUT ROWID;

CREATE TABLE decision_import_pairs (
    pair_id     TEXT NOT NULL PRIMARY KEY,
    import_id   TEXT NOT NULL,
    customer_id TEXT,
    body        TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX decision_import_pairs_by_import ON decision_import_pairs (import_id, pair_id);
CREATE INDEX decision_executions_by_customer ON decision_executions (customer_id) WHERE customer_id IS NOT NULL;
