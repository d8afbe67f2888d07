-- What lists are narrowed by: the language of a pattern, and the words of its name by which a search is ranked.
ALTER TABLE patterns ADD COLUMN language text COLLATE "C", ADD COLUMN name_words text COLLATE "C" NOT NULL DEFAULT '';
UPDATE patterns p SET
    language = (
        SELECT d.body ->> 'language' FROM pattern_details d
        WHERE d.pattern_id = p.pattern_id AND jsonb_typeof(d.body -> 'language') = 'string'
          AND length(d.body ->> 'language') BETWEEN 1 AND 64),
    name_words = left(btrim(regexp_replace(lower(normalize(name, NFKC)), '[^[:alnum:]]+', ' ', 'g')), 300);

-- One per order of a list, each holding all that a list filters by: a page is read from the index alone.
DROP INDEX patterns_by_updated, patterns_by_name, patterns_by_quality, patterns_by_uses, patterns_by_group;
CREATE INDEX patterns_by_updated ON patterns (updated_at, pattern_id)
    INCLUDE (kind, pattern_type, status, language, quality_rank, success_rate);
CREATE INDEX patterns_by_name ON patterns (name, pattern_id)
    INCLUDE (kind, pattern_type, status, language, quality_rank, success_rate);
CREATE INDEX patterns_by_quality ON patterns (quality_rank, pattern_id)
    INCLUDE (kind, pattern_type, status, language, success_rate);
CREATE INDEX patterns_by_uses ON patterns (uses, pattern_id)
    INCLUDE (kind, pattern_type, status, language, quality_rank, success_rate);
CREATE INDEX patterns_by_group ON patterns (kind, pattern_type, status, language, quality_bin)
    INCLUDE (uses, quality_rank, success_rate, pattern_id);
CREATE INDEX patterns_by_words ON patterns (name_words, quality_rank, pattern_id)
    INCLUDE (kind, pattern_type, status, language, success_rate);

-- Where code patterns stand, once a repository: kept in step with the occurrences, whoever writes them.
CREATE TABLE pattern_repositories (
    repository text COLLATE "C" NOT NULL,
    pattern_id uuid NOT NULL REFERENCES patterns (pattern_id) ON DELETE CASCADE,
    PRIMARY KEY (repository, pattern_id)
);
CREATE INDEX pattern_repositories_by_pattern ON pattern_repositories (pattern_id);
INSERT INTO pattern_repositories (repository, pattern_id) SELECT DISTINCT repository, pattern_id FROM code_occurrences;

CREATE OR REPLACE FUNCTION pattern_repositories_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO pattern_repositories (repository, pattern_id) VALUES (new.repository, new.pattern_id)
        ON CONFLICT DO NOTHING;
    ELSE
        DELETE FROM pattern_repositories
        WHERE repository = old.repository AND pattern_id = old.pattern_id
          AND NOT EXISTS (
            SELECT 1 FROM code_occurrences o WHERE o.pattern_id = old.pattern_id AND o.repository = old.repository);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER code_occurrences_follow AFTER INSERT OR DELETE ON code_occurrences
    FOR EACH ROW EXECUTE FUNCTION pattern_repositories_follow();
ANALYZE patterns, pattern_repositories;
