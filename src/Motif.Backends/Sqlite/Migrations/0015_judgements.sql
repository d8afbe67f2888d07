-- Detections that a person called wrong. They are known by their place and rule, and stay when the code or the pattern goes.
CREATE TABLE wrong_detections (
    mark_id        TEXT    NOT NULL PRIMARY KEY,
    repository     TEXT    NOT NULL,
    file           TEXT    NOT NULL,
    qualified_name TEXT    NOT NULL,
    rule           TEXT    NOT NULL,
    pattern_id     TEXT    NOT NULL,
    actor          TEXT    NOT NULL,
    reason         TEXT,
    at             INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX wrong_detections_by_place ON wrong_detections (repository, file);
CREATE INDEX wrong_detections_by_pattern ON wrong_detections (pattern_id);
CREATE INDEX wrong_detections_by_rule ON wrong_detections (rule);
CREATE INDEX code_occurrences_by_rule ON code_occurrences (rule);
