-- Messages and what was decided about them; the log of lessons that the matcher is built from; the audit's chain.
CREATE TABLE decision_conversations (
    conversation_id text COLLATE "C" NOT NULL PRIMARY KEY,
    body            jsonb NOT NULL
);

CREATE TABLE decision_executions (
    execution_id    uuid        NOT NULL PRIMARY KEY,
    conversation_id text COLLATE "C" NOT NULL,
    pattern_id      uuid,
    state           text COLLATE "C" NOT NULL,
    at              timestamptz NOT NULL,
    -- When it is sent, tried again, or expires.
    due_at          timestamptz,
    customer_id     text COLLATE "C",
    body            jsonb       NOT NULL
);
CREATE INDEX decision_executions_by_time ON decision_executions (at, execution_id);
CREATE INDEX decision_executions_by_conversation ON decision_executions (conversation_id, at);
CREATE INDEX decision_executions_by_state ON decision_executions (state, at);
CREATE INDEX decision_executions_by_pattern ON decision_executions (pattern_id, at) WHERE pattern_id IS NOT NULL;
CREATE INDEX decision_executions_due ON decision_executions (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE decision_lessons (
    number       bigint  NOT NULL PRIMARY KEY,
    lesson_id    uuid    NOT NULL UNIQUE,
    label        text COLLATE "C" NOT NULL,
    customer_id  text COLLATE "C",
    body         jsonb   NOT NULL
);
CREATE INDEX decision_lessons_by_label ON decision_lessons (label, number);

CREATE TABLE decision_evidence (
    pattern_id uuid  NOT NULL PRIMARY KEY,
    body       jsonb NOT NULL
);

CREATE TABLE confidence_evolution (
    number       bigint  NOT NULL PRIMARY KEY,
    pattern_id   uuid    NOT NULL,
    at           timestamptz NOT NULL,
    old_value    double precision NOT NULL,
    new_value    double precision NOT NULL,
    reason       text COLLATE "C" NOT NULL,
    actor        text COLLATE "C" NOT NULL,
    execution_id uuid
);
CREATE INDEX confidence_evolution_by_pattern ON confidence_evolution (pattern_id, number);

CREATE TABLE audit_log (
    number bigint NOT NULL PRIMARY KEY,
    at     timestamptz NOT NULL,
    actor  text COLLATE "C" NOT NULL,
    -- The event as it was hashed, to the byte: jsonb would order its members anew.
    event  text COLLATE "C" NOT NULL,
    hash   text COLLATE "C" NOT NULL
);
CREATE INDEX audit_log_by_actor ON audit_log (actor, number);

CREATE TABLE decision_settings (
    name         text COLLATE "C" NOT NULL PRIMARY KEY,
    settings     jsonb  NOT NULL,
    version      bigint NOT NULL,
    -- Held by whoever writes to one of the logs: their numbers have no gaps.
    epoch        bigint NOT NULL,
    lessons      bigint NOT NULL,
    evolution    bigint NOT NULL,
    audit        bigint NOT NULL,
    audit_hash   text COLLATE "C" NOT NULL
);
INSERT INTO decision_settings (name, settings, version, epoch, lessons, evolution, audit, audit_hash)
VALUES ('all', '{}', 0, 0, 0, 0, 0, '0000000000000000000000000000000000000000000000000000000000000000');
