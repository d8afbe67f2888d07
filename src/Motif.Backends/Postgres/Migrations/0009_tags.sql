-- A page of a tag is found here: the tags beside a pattern's other details stand in rows that are too wide to stay in
-- memory, and a list walks thousands of them.
CREATE TABLE pattern_tags (
    tag        text COLLATE "C" NOT NULL,
    pattern_id uuid NOT NULL REFERENCES patterns (pattern_id) ON DELETE CASCADE,
    PRIMARY KEY (tag, pattern_id)
);
CREATE INDEX pattern_tags_by_pattern ON pattern_tags (pattern_id);
-- The planner chooses between this index and the order's by how common a tag is: let it know many of them.
ALTER TABLE pattern_tags ALTER COLUMN tag SET STATISTICS 1000;

CREATE OR REPLACE FUNCTION pattern_tags_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        DELETE FROM pattern_tags WHERE pattern_id = new.pattern_id;
    END IF;
    INSERT INTO pattern_tags (tag, pattern_id) SELECT DISTINCT tag, new.pattern_id FROM unnest(new.tags) tag;
    RETURN NULL;
END $$;
CREATE TRIGGER pattern_tags_added AFTER INSERT ON pattern_details
    FOR EACH ROW EXECUTE FUNCTION pattern_tags_follow();
CREATE TRIGGER pattern_tags_changed AFTER UPDATE OF tags ON pattern_details
    FOR EACH ROW WHEN (old.tags IS DISTINCT FROM new.tags) EXECUTE FUNCTION pattern_tags_follow();

INSERT INTO pattern_tags (tag, pattern_id)
SELECT DISTINCT tag, pattern_id FROM pattern_details CROSS JOIN unnest(tags) tag;
DROP INDEX pattern_details_by_tag;
ANALYZE pattern_tags;
