-- A match shows ten patterns and counts all ten. On the row of the pattern that count stood in an index, and so every index
-- of the pattern was written anew for it; a narrow row of its own changes in its page. Every pattern has one.
CREATE TABLE pattern_exposures (
    pattern_id uuid   NOT NULL PRIMARY KEY REFERENCES patterns (pattern_id) ON DELETE CASCADE,
    exposures  bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 50);
INSERT INTO pattern_exposures (pattern_id, exposures) SELECT pattern_id, exposures FROM patterns;

DROP INDEX patterns_by_group;
ALTER TABLE patterns DROP COLUMN exposures;
CREATE INDEX patterns_by_group ON patterns (kind, pattern_type, status, quality_bin) INCLUDE (uses);
ANALYZE pattern_exposures;
