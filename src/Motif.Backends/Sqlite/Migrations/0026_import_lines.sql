-- Lines of an import until all are read; what its pairs are looked through by: their conversation, their time, the answer's wording.
CREATE TABLE decision_import_lines (
    import_id       TEXT    NOT NULL,
    -- Lines are staged in parts; a part that is there under the same hash is not written again.
    part            INTEGER NOT NULL,
    line            INTEGER NOT NULL,
    hash            TEXT    NOT NULL,
    conversation_id TEXT    NOT NULL,
    customer_id     TEXT,
    body            TEXT    NOT NULL,
    PRIMARY KEY (import_id, part, line)
) WITHOUT ROWID;
CREATE INDEX decision_import_lines_by_conversation ON decision_import_lines (import_id, conversation_id, line);

ALTER TABLE decision_import_pairs ADD COLUMN conversation_id TEXT NOT NULL DEFAULT '';
ALTER TABLE decision_import_pairs ADD COLUMN at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE decision_import_pairs ADD COLUMN wording TEXT NOT NULL DEFAULT '';
UPDATE decision_import_pairs SET
    conversation_id = json_extract(body, '$.conversation_id'), wording = substr(lower(json_extract(body, '$.reply')), 1, 500);
DROP INDEX decision_import_pairs_by_import;
CREATE INDEX decision_import_pairs_by_conversation ON decision_import_pairs (import_id, conversation_id, pair_id);
CREATE INDEX decision_import_pairs_by_time ON decision_import_pairs (import_id, at, pair_id);
-- Wordings are counted along it: neither rows nor wordings are sorted in memory.
CREATE INDEX decision_import_pairs_by_wording ON decision_import_pairs (import_id, wording, customer_id);
