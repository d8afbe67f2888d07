-- Tags are found whatever their capitals: beside the tags as they were written stand the keys that they are compared by, which
-- the engine makes. Here lower() knows ASCII alone; a tag with other capitals gets its key when its pattern is written next.
ALTER TABLE pattern_details ADD COLUMN tag_keys TEXT NOT NULL DEFAULT '[]';

DROP TRIGGER IF EXISTS pattern_tags_added;
DROP TRIGGER IF EXISTS pattern_tags_changed;

DELETE FROM pattern_tags WHERE tag <> lower(tag);
INSERT OR IGNORE INTO pattern_tags (tag, pattern_id)
SELECT lower(value), d.pattern_id FROM pattern_details d, json_each(d.tags) WHERE value <> lower(value);
UPDATE pattern_details SET tag_keys = lower(tags) WHERE tags <> '[]';

CREATE TRIGGER pattern_tags_added AFTER INSERT ON pattern_details BEGIN
    INSERT INTO pattern_tags (tag, pattern_id) SELECT DISTINCT value, new.pattern_id FROM json_each(new.tag_keys);
END;
CREATE TRIGGER pattern_tags_changed AFTER UPDATE OF tag_keys ON pattern_details WHEN old.tag_keys <> new.tag_keys BEGIN
    DELETE FROM pattern_tags WHERE pattern_id = new.pattern_id;
    INSERT INTO pattern_tags (tag, pattern_id) SELECT DISTINCT value, new.pattern_id FROM json_each(new.tag_keys);
END;
