-- Lines of an import until all are read; what its pairs are looked through by: their conversation, their time, the answer's wording.
CREATE TABLE decision_import_lines (
    import_id       text COLLATE "C" NOT NULL,
    -- Lines are staged in parts; a part that is there under the same hash is not written again.
    part            bigint NOT NULL,
    line            bigint NOT NULL,
    hash            text COLLATE "C" NOT NULL,
    conversation_id text COLLATE "C" NOT NULL,
    customer_id     text COLLATE "C",
    body            jsonb NOT NULL,
    PRIMARY KEY (import_id, part, line)
);
CREATE INDEX decision_import_lines_by_conversation ON decision_import_lines (import_id, conversation_id, line);

ALTER TABLE decision_import_pairs ADD COLUMN conversation_id text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE decision_import_pairs ADD COLUMN at timestamptz NOT NULL DEFAULT 'epoch';
ALTER TABLE decision_import_pairs ADD COLUMN wording text COLLATE "C" NOT NULL DEFAULT '';
UPDATE decision_import_pairs SET
    conversation_id = body->>'conversation_id', wording = left(lower(body->>'reply'), 500);
DROP INDEX decision_import_pairs_by_import;
CREATE INDEX decision_import_pairs_by_conversation ON decision_import_pairs (import_id, conversation_id, pair_id);
CREATE INDEX decision_import_pairs_by_time ON decision_import_pairs (import_id, at, pair_id);
-- Wordings are counted along it: neither rows nor wordings are sorted in memory.
CREATE INDEX decision_import_pairs_by_wording ON decision_import_pairs (import_id, wording);
