-- What a persona posted, from the reservation on: the window in which its templates tire an audience, and what came of them.
CREATE TABLE content_personas (
    persona_id     TEXT    NOT NULL PRIMARY KEY,
    audience_group TEXT,
    settings       TEXT    NOT NULL,
    -- The latest time that any write saw.
    clock          INTEGER NOT NULL,
    version        INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX content_personas_by_group ON content_personas (audience_group) WHERE audience_group IS NOT NULL;

CREATE TABLE content_posts (
    post_id         TEXT    NOT NULL PRIMARY KEY,
    persona_id      TEXT    NOT NULL REFERENCES content_personas (persona_id) ON DELETE CASCADE,
    state           TEXT    NOT NULL,
    kind            TEXT    NOT NULL,
    origin          TEXT    NOT NULL,
    -- When it was used, or will be.
    used_at         INTEGER NOT NULL,
    family_id       TEXT,
    variant_id      TEXT,
    text_hash       TEXT,
    external_id     TEXT,
    idempotency_key TEXT,
    impressions     REAL,
    successes       REAL,
    is_final        INTEGER NOT NULL,
    body            TEXT    NOT NULL
) WITHOUT ROWID;
CREATE INDEX content_posts_by_persona ON content_posts (persona_id, used_at, family_id, state);
CREATE INDEX content_posts_open ON content_posts (persona_id) WHERE state IN ('reserved', 'unknown');
CREATE INDEX content_posts_by_text ON content_posts (text_hash) WHERE text_hash IS NOT NULL;
CREATE UNIQUE INDEX content_posts_outside ON content_posts (persona_id, external_id) WHERE external_id IS NOT NULL;
CREATE UNIQUE INDEX content_posts_once ON content_posts (persona_id, idempotency_key) WHERE idempotency_key IS NOT NULL;

CREATE TABLE selections (
    persona_id   TEXT    NOT NULL REFERENCES content_personas (persona_id) ON DELETE CASCADE,
    decision_id  TEXT    NOT NULL,
    request_hash TEXT    NOT NULL,
    at           INTEGER NOT NULL,
    answer       TEXT    NOT NULL,
    inputs       BLOB    NOT NULL,
    PRIMARY KEY (persona_id, decision_id)
) WITHOUT ROWID;
CREATE INDEX selections_by_time ON selections (persona_id, at);

CREATE TABLE template_families (
    family_id      TEXT    NOT NULL PRIMARY KEY,
    change_number  INTEGER NOT NULL UNIQUE,
    tokens         TEXT    NOT NULL,
    members        INTEGER NOT NULL,
    founder_weight REAL    NOT NULL
) WITHOUT ROWID;

CREATE TABLE content_settings (
    name     TEXT    NOT NULL PRIMARY KEY,
    settings TEXT    NOT NULL,
    -- Counts the changes of families; held by their one writer.
    number   INTEGER NOT NULL
) WITHOUT ROWID;
