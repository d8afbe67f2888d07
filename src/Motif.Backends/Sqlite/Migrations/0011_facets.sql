-- What lists are narrowed by: the language of a pattern, and the words of its name by which a search is ranked. Names that stand
-- here already are cut at their ASCII punctuation; the next writing of a pattern cuts them as the engine does.
ALTER TABLE patterns ADD COLUMN language TEXT;
ALTER TABLE patterns ADD COLUMN name_words TEXT NOT NULL DEFAULT '';
UPDATE patterns SET
    language = (
        SELECT CASE WHEN json_type(d.body, '$.language') = 'text' AND length(json_extract(d.body, '$.language')) BETWEEN 1 AND 64
                    THEN json_extract(d.body, '$.language') END
        FROM pattern_details d WHERE d.pattern_id = patterns.pattern_id),
    name_words = trim(lower(replace(replace(replace(replace(replace(replace(replace(replace(
        name, '-', ' '), '_', ' '), '.', ' '), '/', ' '), ',', ' '), '(', ' '), ')', ' '), ':', ' ')));

-- One per order of a list, each holding all that a list filters by: a page is read from the index alone.
DROP INDEX patterns_by_updated;
DROP INDEX patterns_by_name;
DROP INDEX patterns_by_quality;
DROP INDEX patterns_by_uses;
DROP INDEX patterns_by_group;
CREATE INDEX patterns_by_updated ON patterns (updated_at, pattern_id, kind, pattern_type, status, language, quality_rank, success_rate);
CREATE INDEX patterns_by_name ON patterns (name, pattern_id, kind, pattern_type, status, language, quality_rank, success_rate);
CREATE INDEX patterns_by_quality ON patterns (quality_rank, pattern_id, kind, pattern_type, status, language, success_rate);
CREATE INDEX patterns_by_uses ON patterns (uses, pattern_id, kind, pattern_type, status, language, quality_rank, success_rate);
CREATE INDEX patterns_by_group ON patterns (kind, pattern_type, status, language, quality_bin, uses, quality_rank, success_rate);
CREATE INDEX patterns_by_words ON patterns (name_words, quality_rank, pattern_id, kind, pattern_type, status, language, success_rate);

-- Where code patterns stand, once a repository: kept in step with the occurrences, whoever writes them.
CREATE TABLE pattern_repositories (
    repository TEXT NOT NULL,
    pattern_id TEXT NOT NULL REFERENCES patterns (pattern_id) ON DELETE CASCADE,
    PRIMARY KEY (repository, pattern_id)
) WITHOUT ROWID;
CREATE INDEX pattern_repositories_by_pattern ON pattern_repositories (pattern_id);
INSERT INTO pattern_repositories (repository, pattern_id) SELECT DISTINCT repository, pattern_id FROM code_occurrences;

CREATE TRIGGER code_occurrences_added AFTER INSERT ON code_occurrences BEGIN
    INSERT INTO pattern_repositories (repository, pattern_id) VALUES (new.repository, new.pattern_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER code_occurrences_removed AFTER DELETE ON code_occurrences BEGIN
    DELETE FROM pattern_repositories
    WHERE repository = old.repository AND pattern_id = old.pattern_id
      AND NOT EXISTS (
        SELECT 1 FROM code_occurrences o WHERE o.pattern_id = old.pattern_id AND o.repository = old.repository);
END;
