-- What an actor reported of a pattern on a day (UTC, since 1970), by what it was used for ('' where nobody said): outcomes are
-- weighed by who reported them. Sums are in millionths of an outcome; e(n) of OutcomeWeight with C = 30 is below.
CREATE TABLE outcome_days (
    pattern_id  uuid    NOT NULL REFERENCES patterns (pattern_id) ON DELETE CASCADE,
    actor       text    COLLATE "C" NOT NULL,
    day         integer NOT NULL,
    fingerprint text    COLLATE "C" NOT NULL,
    successes   bigint  NOT NULL,
    failures    bigint  NOT NULL,
    PRIMARY KEY (pattern_id, actor, day, fingerprint)
);
INSERT INTO outcome_days
SELECT pattern_id, actor, CAST(floor(extract(epoch FROM coalesce(outcome_at, at)) / 86400) AS integer), '',
       count(*) FILTER (WHERE outcome = 'success'), count(*) FILTER (WHERE outcome = 'failure')
FROM pattern_usage WHERE outcome IS NOT NULL GROUP BY 1, 2, 3;

ALTER TABLE patterns
    ADD COLUMN weighed_successes bigint NOT NULL DEFAULT 0,
    ADD COLUMN weighed_failures bigint NOT NULL DEFAULT 0;
UPDATE patterns p
SET weighed_successes = d.s, weighed_failures = d.f
FROM (SELECT pattern_id, CAST(sum(30000000 * successes / (29 + successes + failures)) AS bigint) AS s,
             CAST(sum(30000000 * failures / (29 + successes + failures)) AS bigint) AS f
      FROM outcome_days GROUP BY pattern_id) d
WHERE d.pattern_id = p.pattern_id;

-- Intents from before this: who taught them is not kept by intent, and each keeps its full weight as of a day of its own.
INSERT INTO outcome_days
SELECT pattern_id, '', CAST(-row_number() OVER (PARTITION BY pattern_id ORDER BY fingerprint) AS integer), fingerprint, successes, 0
FROM pattern_intents;

-- The prior of a pattern is the mean over the patterns of its type, each with a voice of at most 1.
DROP TABLE type_outcomes;
CREATE TABLE type_voices (
    kind         text   COLLATE "C" NOT NULL,
    pattern_type text   COLLATE "C" NOT NULL,
    successes    bigint NOT NULL,
    weight       bigint NOT NULL,
    PRIMARY KEY (kind, pattern_type)
);
INSERT INTO type_voices
SELECT kind, pattern_type,
       CAST(sum(1000000 * weighed_successes / (8000000 + weighed_successes + weighed_failures)) AS bigint),
       CAST(sum(1000000 * (weighed_successes + weighed_failures) / (8000000 + weighed_successes + weighed_failures)) AS bigint)
FROM patterns WHERE successes + failures > 0 GROUP BY kind, pattern_type;
