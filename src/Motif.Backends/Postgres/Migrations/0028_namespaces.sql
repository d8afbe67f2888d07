-- Teams that share a catalogue may learn apart: whose learning an entry belongs to, '' (NULL in the ledger) where nobody said.
ALTER TABLE pattern_usage ADD COLUMN namespace text COLLATE "C";

ALTER TABLE outcome_days
    ADD COLUMN namespace text COLLATE "C" NOT NULL DEFAULT '',
    DROP CONSTRAINT outcome_days_pkey,
    ADD PRIMARY KEY (pattern_id, namespace, actor, day, fingerprint);
CREATE INDEX outcome_days_by_namespace ON outcome_days (namespace, pattern_id) WHERE namespace <> '';

ALTER TABLE pattern_intents
    ADD COLUMN namespace text COLLATE "C" NOT NULL DEFAULT '',
    DROP CONSTRAINT pattern_intents_pkey,
    ADD PRIMARY KEY (pattern_id, namespace, fingerprint);

ALTER TABLE confidence_calibrators
    ADD COLUMN namespace text COLLATE "C" NOT NULL DEFAULT '',
    DROP CONSTRAINT confidence_calibrators_pkey,
    ADD PRIMARY KEY (model, analyzer, weights, namespace);
