-- What a persona posted, from the reservation on: the window in which its templates tire an audience, and what came of them.
CREATE TABLE content_personas (
    persona_id     text COLLATE "C"    NOT NULL PRIMARY KEY,
    audience_group text COLLATE "C",
    settings       jsonb   NOT NULL,
    -- The latest time that any write saw.
    clock          timestamptz NOT NULL,
    version        bigint NOT NULL
);
CREATE INDEX content_personas_by_group ON content_personas (audience_group) WHERE audience_group IS NOT NULL;

CREATE TABLE content_posts (
    post_id         uuid    NOT NULL PRIMARY KEY,
    persona_id      text COLLATE "C"    NOT NULL REFERENCES content_personas (persona_id) ON DELETE CASCADE,
    state           text COLLATE "C"    NOT NULL,
    kind            text COLLATE "C"    NOT NULL,
    origin          text COLLATE "C"    NOT NULL,
    -- When it was used, or will be.
    used_at         timestamptz NOT NULL,
    family_id       text COLLATE "C",
    variant_id      text COLLATE "C",
    text_hash       text COLLATE "C",
    external_id     text COLLATE "C",
    idempotency_key text COLLATE "C",
    impressions     double precision,
    successes       double precision,
    is_final        boolean NOT NULL,
    body            jsonb   NOT NULL
);
CREATE INDEX content_posts_by_persona ON content_posts (persona_id, used_at, family_id, state);
CREATE INDEX content_posts_open ON content_posts (persona_id) WHERE state IN ('reserved', 'unknown');
CREATE INDEX content_posts_by_text ON content_posts (text_hash) WHERE text_hash IS NOT NULL;
CREATE UNIQUE INDEX content_posts_outside ON content_posts (persona_id, external_id) WHERE external_id IS NOT NULL;
CREATE UNIQUE INDEX content_posts_once ON content_posts (persona_id, idempotency_key) WHERE idempotency_key IS NOT NULL;

CREATE TABLE selections (
    persona_id   text COLLATE "C"    NOT NULL REFERENCES content_personas (persona_id) ON DELETE CASCADE,
    decision_id  text COLLATE "C"    NOT NULL,
    request_hash text COLLATE "C"    NOT NULL,
    at           timestamptz NOT NULL,
    answer       jsonb   NOT NULL,
    inputs       bytea    NOT NULL,
    PRIMARY KEY (persona_id, decision_id)
);
CREATE INDEX selections_by_time ON selections (persona_id, at);

CREATE TABLE template_families (
    family_id      text COLLATE "C"    NOT NULL PRIMARY KEY,
    change_number  bigint NOT NULL UNIQUE,
    tokens         jsonb   NOT NULL,
    members        bigint NOT NULL,
    founder_weight double precision    NOT NULL
);

CREATE TABLE content_settings (
    name     text COLLATE "C"    NOT NULL PRIMARY KEY,
    settings jsonb   NOT NULL,
    -- Counts the changes of families; held by their one writer.
    number   bigint NOT NULL
);
