-- Experiments, who saw which arm of them and did what, and the verdicts that were shown.
CREATE TABLE experiments (
    experiment_id TEXT    NOT NULL PRIMARY KEY,
    state         TEXT    NOT NULL,
    version       INTEGER NOT NULL,
    created_at    INTEGER NOT NULL,
    body          TEXT    NOT NULL
) WITHOUT ROWID;
CREATE INDEX experiments_by_time ON experiments (created_at, experiment_id);

CREATE TABLE experiment_exposures (
    experiment_id TEXT    NOT NULL REFERENCES experiments (experiment_id),
    unit          TEXT    NOT NULL,
    arm           TEXT    NOT NULL,
    exposed_at    INTEGER NOT NULL,
    attributes    TEXT    NOT NULL,
    PRIMARY KEY (experiment_id, unit, arm)
) WITHOUT ROWID;

CREATE TABLE experiment_outcomes (
    experiment_id TEXT    NOT NULL REFERENCES experiments (experiment_id),
    unit          TEXT    NOT NULL,
    outcome       TEXT    NOT NULL,
    observed_at   INTEGER NOT NULL,
    value         REAL    NOT NULL,
    PRIMARY KEY (experiment_id, unit, outcome, observed_at)
) WITHOUT ROWID;

CREATE TABLE experiment_verdicts (
    experiment_id TEXT NOT NULL REFERENCES experiments (experiment_id),
    metric        TEXT NOT NULL,
    arm           TEXT NOT NULL,
    verdict       TEXT NOT NULL,
    -- A calendar day of the experiment's zone.
    decided_on    TEXT NOT NULL,
    PRIMARY KEY (experiment_id, metric, arm)
) WITHOUT ROWID;
