-- Detections that a person called wrong. They are known by their place and rule, and stay when the code or the pattern goes.
CREATE TABLE wrong_detections (
    mark_id        uuid        NOT NULL PRIMARY KEY,
    repository     text        COLLATE "C" NOT NULL,
    file           text        COLLATE "C" NOT NULL,
    qualified_name text        COLLATE "C" NOT NULL,
    rule           text        COLLATE "C" NOT NULL,
    pattern_id     uuid        NOT NULL,
    actor          text        NOT NULL,
    reason         text,
    at             timestamptz NOT NULL
);
CREATE INDEX wrong_detections_by_place ON wrong_detections (repository, file);
CREATE INDEX wrong_detections_by_pattern ON wrong_detections (pattern_id);
CREATE INDEX wrong_detections_by_rule ON wrong_detections (rule);
CREATE INDEX code_occurrences_by_rule ON code_occurrences (rule);
