-- Messages and what was decided about them; the log of lessons that the matcher is built from; the audit's chain.
CREATE TABLE decision_conversations (
    conversation_id TEXT NOT NULL PRIMARY KEY,
    body            TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE decision_executions (
    execution_id    TEXT    NOT NULL PRIMARY KEY,
    conversation_id TEXT    NOT NULL,
    pattern_id      TEXT,
    state           TEXT    NOT NULL,
    at              INTEGER NOT NULL,
    -- When it is sent, tried again, or expires.
    due_at          INTEGER,
    customer_id     TEXT,
    body            TEXT    NOT NULL
) WITHOUT ROWID;
CREATE INDEX decision_executions_by_time ON decision_executions (at, execution_id);
CREATE INDEX decision_executions_by_conversation ON decision_executions (conversation_id, at);
CREATE INDEX decision_executions_by_state ON decision_executions (state, at);
CREATE INDEX decision_executions_by_pattern ON decision_executions (pattern_id, at) WHERE pattern_id IS NOT NULL;
CREATE INDEX decision_executions_due ON decision_executions (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE decision_lessons (
    number       INTEGER NOT NULL PRIMARY KEY,
    lesson_id    TEXT    NOT NULL UNIQUE,
    label        TEXT    NOT NULL,
    customer_id  TEXT,
    body         TEXT    NOT NULL
);
CREATE INDEX decision_lessons_by_label ON decision_lessons (label, number);

CREATE TABLE decision_evidence (
    pattern_id TEXT NOT NULL PRIMARY KEY,
    body       TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE confidence_evolution (
    number       INTEGER NOT NULL PRIMARY KEY,
    pattern_id   TEXT    NOT NULL,
    at           INTEGER NOT NULL,
    old_value    REAL    NOT NULL,
    new_value    REAL    NOT NULL,
    reason       TEXT    NOT NULL,
    actor        TEXT    NOT NULL,
    execution_id TEXT
);
CREATE INDEX confidence_evolution_by_pattern ON confidence_evolution (pattern_id, number);

CREATE TABLE audit_log (
    number INTEGER NOT NULL PRIMARY KEY,
    at     INTEGER NOT NULL,
    actor  TEXT    NOT NULL,
    -- The event as it was hashed, to the byte.
    event  TEXT    NOT NULL,
    hash   TEXT    NOT NULL
);
CREATE INDEX audit_log_by_actor ON audit_log (actor, number);

CREATE TABLE decision_settings (
    name         TEXT    NOT NULL PRIMARY KEY,
    settings     TEXT    NOT NULL,
    version      INTEGER NOT NULL,
    -- Held by whoever writes to one of the logs: their numbers have no gaps.
    epoch        INTEGER NOT NULL,
    lessons      INTEGER NOT NULL,
    evolution    INTEGER NOT NULL,
    audit        INTEGER NOT NULL,
    audit_hash   TEXT    NOT NULL
) WITHOUT ROWID;
INSERT INTO decision_settings (name, settings, version, epoch, lessons, evolution, audit, audit_hash)
VALUES ('all', '{}', 0, 0, 0, 0, 0, '0000000000000000000000000000000000000000000000000000000000000000');
