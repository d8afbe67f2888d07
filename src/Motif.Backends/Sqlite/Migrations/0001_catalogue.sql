-- Times are microseconds since 1970-01-01 UTC; ids are the 36 characters of a UUID, so that they can be read and
-- sort as PostgreSQL sorts its uuid. Booleans are 0 and 1, JSON is text.

-- What lists filter and sort by, and the counters: narrow, so that counting a use never rewrites a body.
CREATE TABLE patterns (
    pattern_id    TEXT    NOT NULL PRIMARY KEY,
    kind          TEXT    NOT NULL,
    pattern_type  TEXT    NOT NULL,
    key           TEXT    NOT NULL,
    name          TEXT    NOT NULL,
    status        TEXT    NOT NULL CHECK (status IN ('draft', 'active', 'deprecated', 'archived')),
    version       INTEGER NOT NULL CHECK (version >= 1),
    quality_score REAL    CHECK (quality_score BETWEEN 0 AND 1),
    uses          INTEGER NOT NULL DEFAULT 0,
    exposures     INTEGER NOT NULL DEFAULT 0,
    last_used_at  INTEGER,
    successes     INTEGER NOT NULL DEFAULT 0,
    failures      INTEGER NOT NULL DEFAULT 0,
    created_at    INTEGER NOT NULL,
    updated_at    INTEGER NOT NULL,
    -- Follow from the columns before; written, not generated, for SQLite never answers from an index on generated columns
    -- alone. Unmeasured sorts last and passes no minimum.
    quality_rank  REAL    NOT NULL CHECK (quality_rank = coalesce(quality_score, -1.0)),
    quality_bin   INTEGER NOT NULL CHECK (
        quality_bin = CASE WHEN quality_score IS NULL THEN -1 ELSE min(9, CAST(quality_score * 10 AS INTEGER)) END),
    success_rate  REAL    CHECK (success_rate IS CAST(successes AS REAL) / nullif(successes + failures, 0)),
    UNIQUE (kind, key)
) WITHOUT ROWID;

-- One per order of a list, each holding all that a list filters by: a page is read from the index alone.
CREATE INDEX patterns_by_updated ON patterns (updated_at, pattern_id, kind, pattern_type, status, quality_rank, success_rate);
CREATE INDEX patterns_by_name ON patterns (name, pattern_id, kind, pattern_type, status, quality_rank, success_rate);
CREATE INDEX patterns_by_quality ON patterns (quality_rank, pattern_id, kind, pattern_type, status, success_rate);
CREATE INDEX patterns_by_uses ON patterns (uses, pattern_id, kind, pattern_type, status, quality_rank, success_rate);
CREATE INDEX patterns_by_group ON patterns (kind, pattern_type, status, quality_bin, uses, exposures);
CREATE INDEX patterns_by_success ON patterns (success_rate) WHERE success_rate IS NOT NULL;

-- What is read only when a pattern is shown. row_id is the row of the search index.
CREATE TABLE pattern_details (
    row_id      INTEGER PRIMARY KEY,
    pattern_id  TEXT NOT NULL UNIQUE REFERENCES patterns (pattern_id) ON DELETE CASCADE,
    description TEXT NOT NULL,
    tags        TEXT NOT NULL,
    quality     TEXT NOT NULL,
    body        TEXT NOT NULL,
    words       TEXT NOT NULL
);

CREATE TABLE pattern_tags (
    tag        TEXT NOT NULL,
    pattern_id TEXT NOT NULL REFERENCES patterns (pattern_id) ON DELETE CASCADE,
    PRIMARY KEY (tag, pattern_id)
) WITHOUT ROWID;
CREATE INDEX pattern_tags_by_pattern ON pattern_tags (pattern_id);

CREATE TRIGGER pattern_tags_added AFTER INSERT ON pattern_details BEGIN
    INSERT INTO pattern_tags (tag, pattern_id) SELECT DISTINCT value, new.pattern_id FROM json_each(new.tags);
END;
CREATE TRIGGER pattern_tags_changed AFTER UPDATE OF tags ON pattern_details WHEN old.tags <> new.tags BEGIN
    DELETE FROM pattern_tags WHERE pattern_id = new.pattern_id;
    INSERT INTO pattern_tags (tag, pattern_id) SELECT DISTINCT value, new.pattern_id FROM json_each(new.tags);
END;

-- The words are cut by the engine already: the ascii tokenizer only splits at the blanks between them, so that both
-- databases find the same. Short prefixes have an index of their own.
CREATE VIRTUAL TABLE pattern_search USING fts5 (
    words, content = 'pattern_details', content_rowid = 'row_id', tokenize = 'ascii', detail = none, columnsize = 0,
    prefix = '1 2 3'
);
CREATE TRIGGER pattern_words_added AFTER INSERT ON pattern_details BEGIN
    INSERT INTO pattern_search (rowid, words) VALUES (new.row_id, new.words);
END;
CREATE TRIGGER pattern_words_changed AFTER UPDATE OF words ON pattern_details WHEN old.words <> new.words BEGIN
    INSERT INTO pattern_search (pattern_search, rowid, words) VALUES ('delete', old.row_id, old.words);
    INSERT INTO pattern_search (rowid, words) VALUES (new.row_id, new.words);
END;
CREATE TRIGGER pattern_words_removed AFTER DELETE ON pattern_details BEGIN
    INSERT INTO pattern_search (pattern_search, rowid, words) VALUES ('delete', old.row_id, old.words);
END;

CREATE TABLE pattern_versions (
    pattern_id TEXT    NOT NULL REFERENCES patterns (pattern_id) ON DELETE CASCADE,
    version    INTEGER NOT NULL,
    event      TEXT    NOT NULL,
    at         INTEGER NOT NULL,
    actor      TEXT    NOT NULL,
    note       TEXT,
    parent_ids TEXT    NOT NULL,
    snapshot   TEXT    NOT NULL,
    PRIMARY KEY (pattern_id, version)
);
CREATE INDEX pattern_versions_by_time ON pattern_versions (at, pattern_id, version);

CREATE TABLE pattern_relationships (
    relationship_id INTEGER PRIMARY KEY,
    source_id  TEXT    NOT NULL REFERENCES patterns (pattern_id) ON DELETE CASCADE,
    type       TEXT    NOT NULL,
    target_id  TEXT    REFERENCES patterns (pattern_id) ON DELETE CASCADE,
    external   TEXT,
    confidence REAL    NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    evidence   TEXT,
    -- By hand or by another program; a scan neither changes nor removes it.
    stated     INTEGER NOT NULL,
    CHECK ((target_id IS NULL) <> (external IS NULL)),
    CHECK (source_id <> target_id)
);
CREATE UNIQUE INDEX pattern_relationships_inside ON pattern_relationships (source_id, type, target_id) WHERE target_id IS NOT NULL;
CREATE UNIQUE INDEX pattern_relationships_outside ON pattern_relationships (source_id, type, external) WHERE external IS NOT NULL;
CREATE INDEX pattern_relationships_by_source ON pattern_relationships (source_id);
CREATE INDEX pattern_relationships_by_target ON pattern_relationships (target_id) WHERE target_id IS NOT NULL;

CREATE TABLE pattern_usage (
    use_id          TEXT    NOT NULL PRIMARY KEY,
    pattern_id      TEXT    NOT NULL REFERENCES patterns (pattern_id) ON DELETE CASCADE,
    actor           TEXT    NOT NULL,
    action          TEXT    NOT NULL,
    at              INTEGER NOT NULL,
    context         TEXT,
    idempotency_key TEXT,
    outcome         TEXT,
    outcome_at      INTEGER,
    metrics         TEXT
) WITHOUT ROWID;
CREATE INDEX pattern_usage_by_pattern ON pattern_usage (pattern_id, at, use_id);
CREATE INDEX pattern_usage_by_time ON pattern_usage (at, action, actor, outcome);
CREATE UNIQUE INDEX pattern_usage_once ON pattern_usage (pattern_id, idempotency_key) WHERE idempotency_key IS NOT NULL;

-- The outcomes of a type are the prior of its patterns.
CREATE TABLE type_outcomes (
    kind         TEXT    NOT NULL,
    pattern_type TEXT    NOT NULL,
    successes    INTEGER NOT NULL,
    failures     INTEGER NOT NULL,
    PRIMARY KEY (kind, pattern_type)
) WITHOUT ROWID;
