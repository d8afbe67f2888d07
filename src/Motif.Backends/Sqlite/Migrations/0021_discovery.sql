-- The corpus, its hierarchy of neighbourhoods as the last run left it, what lifts performance in them, and the runs.
CREATE TABLE items (
    item_id           TEXT NOT NULL PRIMARY KEY,
    text              TEXT NOT NULL,
    channel           TEXT,
    published_at      INTEGER,
    views             REAL,
    performance_ratio REAL,
    attributes        TEXT NOT NULL,
    -- The space of the vector: 'given:N', or the model that made it.
    space             TEXT,
    vector            BLOB
);
CREATE INDEX items_by_space ON items (space);

CREATE TABLE discovery_runs (
    run_id     TEXT    NOT NULL PRIMARY KEY,
    state      TEXT    NOT NULL,
    started_at INTEGER NOT NULL,
    -- When its worker last said that it lives; whoever takes it over raises the attempt.
    alive_at   INTEGER NOT NULL,
    attempt    INTEGER NOT NULL,
    body       TEXT    NOT NULL
) WITHOUT ROWID;
CREATE INDEX discovery_runs_by_time ON discovery_runs (started_at, run_id);
-- One run at a time.
CREATE UNIQUE INDEX discovery_runs_running ON discovery_runs (state) WHERE state = 'running';

CREATE TABLE clusters (
    cluster_id TEXT    NOT NULL PRIMARY KEY,
    level      TEXT    NOT NULL,
    parent_id  TEXT,
    position   INTEGER NOT NULL,
    centroid   BLOB    NOT NULL,
    body       TEXT    NOT NULL
);

CREATE TABLE cluster_members (
    item_id   TEXT NOT NULL PRIMARY KEY,
    macro_id  TEXT NOT NULL,
    meso_id   TEXT NOT NULL,
    micro_id  TEXT NOT NULL,
    strength  REAL NOT NULL
) WITHOUT ROWID;
CREATE INDEX cluster_members_by_macro ON cluster_members (macro_id);
CREATE INDEX cluster_members_by_meso ON cluster_members (meso_id);
CREATE INDEX cluster_members_by_micro ON cluster_members (micro_id);

CREATE TABLE semantic_findings (
    finding_id TEXT    NOT NULL PRIMARY KEY,
    cluster_id TEXT,
    state      TEXT    NOT NULL,
    position   INTEGER NOT NULL,
    body       TEXT    NOT NULL
) WITHOUT ROWID;

CREATE TABLE discovery_state (
    name TEXT NOT NULL PRIMARY KEY,
    data BLOB NOT NULL
) WITHOUT ROWID;
