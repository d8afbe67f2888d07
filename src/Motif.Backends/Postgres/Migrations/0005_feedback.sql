-- What a match led to. The exposure of a match has the match's id as its idempotency key, and in metrics what its
-- confidence was computed from; a use that came of it has the id here.
ALTER TABLE pattern_usage ADD COLUMN match_id text COLLATE "C", ADD COLUMN intent text;
CREATE INDEX pattern_usage_by_match ON pattern_usage (match_id) WHERE match_id IS NOT NULL;
CREATE INDEX pattern_usage_judged ON pattern_usage (outcome_at) WHERE match_id IS NOT NULL AND outcome IS NOT NULL;

-- When the last outcome came in: those who keep an index of patterns read what changed by it.
ALTER TABLE patterns ADD COLUMN learned_at timestamptz;
CREATE INDEX patterns_by_learning ON patterns (learned_at, pattern_id) WHERE learned_at IS NOT NULL;

-- Requests that a pattern served with success; the newest few of each.
CREATE TABLE pattern_intents (
    pattern_id  uuid        NOT NULL REFERENCES patterns (pattern_id) ON DELETE CASCADE,
    fingerprint text        COLLATE "C" NOT NULL,
    intent      text        NOT NULL,
    learned_at  timestamptz NOT NULL,
    successes   bigint      NOT NULL,
    PRIMARY KEY (pattern_id, fingerprint)
);

CREATE TABLE confidence_calibrators (
    model     text        COLLATE "C" NOT NULL,
    analyzer  text        COLLATE "C" NOT NULL,
    weights   text        COLLATE "C" NOT NULL,
    fitted_at timestamptz NOT NULL,
    body      jsonb       NOT NULL,
    PRIMARY KEY (model, analyzer, weights)
);
