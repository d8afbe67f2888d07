-- What a key may do besides its scope; saved messages, imports and conflicts of decisions; pairs of an import until they are reviewed.
ALTER TABLE api_keys ADD COLUMN rights bigint NOT NULL DEFAULT 0;

CREATE TABLE decision_documents (
    kind text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    at   timestamptz NOT NULL,
    body jsonb NOT NULL,
    PRIMARY KEY (kind, name)
);

CREATE TABLE decision_import_pairs (
    pair_id     uuid NOT NULL PRIMARY KEY,
    import_id   text COLLATE "C" NOT NULL,
    customer_id text COLLATE "C",
    body        jsonb NOT NULL
);
CREATE INDEX decision_import_pairs_by_import ON decision_import_pairs (import_id, pair_id);
CREATE INDEX decision_executions_by_customer ON decision_executions (customer_id) WHERE customer_id IS NOT NULL;
