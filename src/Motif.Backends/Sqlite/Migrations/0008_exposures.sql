-- A match shows ten patterns and counts all ten: in a narrow row of its own, which stands in no index. Every pattern has one.
CREATE TABLE pattern_exposures (
    pattern_id TEXT    NOT NULL PRIMARY KEY REFERENCES patterns (pattern_id) ON DELETE CASCADE,
    exposures  INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
INSERT INTO pattern_exposures (pattern_id, exposures) SELECT pattern_id, exposures FROM patterns;

DROP INDEX patterns_by_group;
ALTER TABLE patterns DROP COLUMN exposures;
CREATE INDEX patterns_by_group ON patterns (kind, pattern_type, status, quality_bin, uses);
