-- What an actor reported of a pattern on a day (UTC, since 1970), by what it was used for ('' where nobody said): outcomes are
-- weighed by who reported them. Sums are in millionths of an outcome; e(n) of OutcomeWeight with C = 30 is below.
CREATE TABLE outcome_days (
    pattern_id  TEXT    NOT NULL REFERENCES patterns (pattern_id) ON DELETE CASCADE,
    actor       TEXT    NOT NULL,
    day         INTEGER NOT NULL,
    fingerprint TEXT    NOT NULL,
    successes   INTEGER NOT NULL,
    failures    INTEGER NOT NULL,
    PRIMARY KEY (pattern_id, actor, day, fingerprint)
) WITHOUT ROWID;
INSERT INTO outcome_days
SELECT pattern_id, actor, coalesce(outcome_at, at) / 86400000000, '',
       sum(outcome = 'success'), sum(outcome = 'failure')
FROM pattern_usage WHERE outcome IS NOT NULL GROUP BY 1, 2, 3;

ALTER TABLE patterns ADD COLUMN weighed_successes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE patterns ADD COLUMN weighed_failures INTEGER NOT NULL DEFAULT 0;
UPDATE patterns
SET (weighed_successes, weighed_failures) = (
    SELECT coalesce(sum(30000000 * successes / (29 + successes + failures)), 0),
           coalesce(sum(30000000 * failures / (29 + successes + failures)), 0)
    FROM outcome_days d WHERE d.pattern_id = patterns.pattern_id)
WHERE successes + failures > 0;

-- Intents from before this: who taught them is not kept by intent, and each keeps its full weight as of a day of its own.
INSERT INTO outcome_days
SELECT pattern_id, '', -row_number() OVER (PARTITION BY pattern_id ORDER BY fingerprint), fingerprint, successes, 0
FROM pattern_intents;

-- The prior of a pattern is the mean over the patterns of its type, each with a voice of at most 1.
DROP TABLE type_outcomes;
CREATE TABLE type_voices (
    kind         TEXT    NOT NULL,
    pattern_type TEXT    NOT NULL,
    successes    INTEGER NOT NULL,
    weight       INTEGER NOT NULL,
    PRIMARY KEY (kind, pattern_type)
) WITHOUT ROWID;
INSERT INTO type_voices
SELECT kind, pattern_type,
       sum(1000000 * weighed_successes / (8000000 + weighed_successes + weighed_failures)),
       sum(1000000 * (weighed_successes + weighed_failures) / (8000000 + weighed_successes + weighed_failures))
FROM patterns WHERE successes + failures > 0 GROUP BY kind, pattern_type;
