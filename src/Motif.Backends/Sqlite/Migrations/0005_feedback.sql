-- What a match led to. The exposure of a match has the match's id as its idempotency key, and in metrics what its
-- confidence was computed from; a use that came of it has the id here.
ALTER TABLE pattern_usage ADD COLUMN match_id TEXT;
ALTER TABLE pattern_usage ADD COLUMN intent TEXT;
CREATE INDEX pattern_usage_by_match ON pattern_usage (match_id) WHERE match_id IS NOT NULL;
CREATE INDEX pattern_usage_judged ON pattern_usage (outcome_at) WHERE match_id IS NOT NULL AND outcome IS NOT NULL;

-- When the last outcome came in: those who keep an index of patterns read what changed by it.
ALTER TABLE patterns ADD COLUMN learned_at INTEGER;
CREATE INDEX patterns_by_learning ON patterns (learned_at, pattern_id) WHERE learned_at IS NOT NULL;

-- Requests that a pattern served with success; the newest few of each.
CREATE TABLE pattern_intents (
    pattern_id  TEXT    NOT NULL REFERENCES patterns (pattern_id) ON DELETE CASCADE,
    fingerprint TEXT    NOT NULL,
    intent      TEXT    NOT NULL,
    learned_at  INTEGER NOT NULL,
    successes   INTEGER NOT NULL,
    PRIMARY KEY (pattern_id, fingerprint)
) WITHOUT ROWID;

CREATE TABLE confidence_calibrators (
    model     TEXT    NOT NULL,
    analyzer  TEXT    NOT NULL,
    weights   TEXT    NOT NULL,
    fitted_at INTEGER NOT NULL,
    body      TEXT    NOT NULL,
    PRIMARY KEY (model, analyzer, weights)
) WITHOUT ROWID;
