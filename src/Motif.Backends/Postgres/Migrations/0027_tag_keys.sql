-- Tags are found whatever their capitals: beside the tags as they were written stand the keys that they are compared by, which
-- the engine makes. Which capitals lower() knows follows from the database's locale; a tag with others gets its key when its
-- pattern is written next.
ALTER TABLE pattern_details ADD COLUMN tag_keys text[] NOT NULL DEFAULT '{}';

DROP TRIGGER pattern_tags_added ON pattern_details;
DROP TRIGGER pattern_tags_changed ON pattern_details;

UPDATE pattern_details SET tag_keys = ARRAY(SELECT DISTINCT lower(tag) FROM unnest(tags) tag) WHERE tags <> '{}';
DELETE FROM pattern_tags;
INSERT INTO pattern_tags (tag, pattern_id)
SELECT DISTINCT tag, pattern_id FROM pattern_details CROSS JOIN unnest(tag_keys) tag;

CREATE OR REPLACE FUNCTION pattern_tags_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        DELETE FROM pattern_tags WHERE pattern_id = new.pattern_id;
    END IF;
    INSERT INTO pattern_tags (tag, pattern_id) SELECT DISTINCT tag, new.pattern_id FROM unnest(new.tag_keys) tag;
    RETURN NULL;
END $$;
CREATE TRIGGER pattern_tags_added AFTER INSERT ON pattern_details
    FOR EACH ROW EXECUTE FUNCTION pattern_tags_follow();
CREATE TRIGGER pattern_tags_changed AFTER UPDATE OF tag_keys ON pattern_details
    FOR EACH ROW WHEN (old.tag_keys IS DISTINCT FROM new.tag_keys) EXECUTE FUNCTION pattern_tags_follow();
ANALYZE pattern_tags;
