-- Teams that share a catalogue may learn apart: whose learning an entry belongs to, '' (NULL in the ledger) where nobody said.
ALTER TABLE pattern_usage ADD COLUMN namespace TEXT;

CREATE TEMP TABLE kept_days AS SELECT * FROM outcome_days;
DROP TABLE outcome_days;
CREATE TABLE outcome_days (
    pattern_id  TEXT    NOT NULL REFERENCES patterns (pattern_id) ON DELETE CASCADE,
    namespace   TEXT    NOT NULL,
    actor       TEXT    NOT NULL,
    day         INTEGER NOT NULL,
    fingerprint TEXT    NOT NULL,
    successes   INTEGER NOT NULL,
    failures    INTEGER NOT NULL,
    PRIMARY KEY (pattern_id, namespace, actor, day, fingerprint)
) WITHOUT ROWID;
INSERT INTO outcome_days SELECT pattern_id, '', actor, day, fingerprint, successes, failures FROM kept_days;
DROP TABLE kept_days;
CREATE INDEX outcome_days_by_namespace ON outcome_days (namespace, pattern_id) WHERE namespace <> '';

CREATE TEMP TABLE kept_intents AS SELECT * FROM pattern_intents;
DROP TABLE pattern_intents;
CREATE TABLE pattern_intents (
    pattern_id  TEXT    NOT NULL REFERENCES patterns (pattern_id) ON DELETE CASCADE,
    namespace   TEXT    NOT NULL,
    fingerprint TEXT    NOT NULL,
    intent      TEXT    NOT NULL,
    learned_at  INTEGER NOT NULL,
    successes   INTEGER NOT NULL,
    PRIMARY KEY (pattern_id, namespace, fingerprint)
) WITHOUT ROWID;
INSERT INTO pattern_intents SELECT pattern_id, '', fingerprint, intent, learned_at, successes FROM kept_intents;
DROP TABLE kept_intents;

CREATE TEMP TABLE kept_calibrators AS SELECT * FROM confidence_calibrators;
DROP TABLE confidence_calibrators;
CREATE TABLE confidence_calibrators (
    model     TEXT    NOT NULL,
    analyzer  TEXT    NOT NULL,
    weights   TEXT    NOT NULL,
    namespace TEXT    NOT NULL,
    fitted_at INTEGER NOT NULL,
    body      TEXT    NOT NULL,
    PRIMARY KEY (model, analyzer, weights, namespace)
) WITHOUT ROWID;
INSERT INTO confidence_calibrators SELECT model, analyzer, weights, '', fitted_at, body FROM kept_calibrators;
DROP TABLE kept_calibrators;
