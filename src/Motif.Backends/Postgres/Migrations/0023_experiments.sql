-- Experiments, who saw which arm of them and did what, and the verdicts that were shown.
CREATE TABLE experiments (
    experiment_id uuid        NOT NULL PRIMARY KEY,
    state         text COLLATE "C" NOT NULL,
    version       integer     NOT NULL,
    created_at    timestamptz NOT NULL,
    body          jsonb       NOT NULL
);
CREATE INDEX experiments_by_time ON experiments (created_at, experiment_id);

CREATE TABLE experiment_exposures (
    experiment_id uuid        NOT NULL REFERENCES experiments (experiment_id),
    unit          text COLLATE "C" NOT NULL,
    arm           text COLLATE "C" NOT NULL,
    exposed_at    timestamptz NOT NULL,
    attributes    jsonb       NOT NULL,
    PRIMARY KEY (experiment_id, unit, arm)
);

CREATE TABLE experiment_outcomes (
    experiment_id uuid        NOT NULL REFERENCES experiments (experiment_id),
    unit          text COLLATE "C" NOT NULL,
    outcome       text COLLATE "C" NOT NULL,
    observed_at   timestamptz NOT NULL,
    value         double precision NOT NULL,
    PRIMARY KEY (experiment_id, unit, outcome, observed_at)
);

CREATE TABLE experiment_verdicts (
    experiment_id uuid NOT NULL REFERENCES experiments (experiment_id),
    metric        text COLLATE "C" NOT NULL,
    arm           text COLLATE "C" NOT NULL,
    verdict       text COLLATE "C" NOT NULL,
    -- A calendar day of the experiment's zone.
    decided_on    text COLLATE "C" NOT NULL,
    PRIMARY KEY (experiment_id, metric, arm)
);
