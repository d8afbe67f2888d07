-- The corpus, its hierarchy of neighbourhoods as the last run left it, what lifts performance in them, and the runs.
CREATE TABLE items (
    item_id           text COLLATE "C" NOT NULL PRIMARY KEY,
    text              text NOT NULL,
    channel           text COLLATE "C",
    published_at      timestamptz,
    views             double precision,
    performance_ratio double precision,
    attributes        jsonb NOT NULL,
    -- The space of the vector: 'given:N', or the model that made it.
    space             text COLLATE "C",
    vector            bytea
);
-- Floats do not compress; trying costs more than it saves.
ALTER TABLE items ALTER COLUMN vector SET STORAGE EXTERNAL;
CREATE INDEX items_by_space ON items (space);

CREATE TABLE discovery_runs (
    run_id     uuid        NOT NULL PRIMARY KEY,
    state      text COLLATE "C" NOT NULL,
    started_at timestamptz NOT NULL,
    -- When its worker last said that it lives; whoever takes it over raises the attempt.
    alive_at   timestamptz NOT NULL,
    attempt    integer     NOT NULL,
    body       jsonb       NOT NULL
);
CREATE INDEX discovery_runs_by_time ON discovery_runs (started_at, run_id);
-- One run at a time.
CREATE UNIQUE INDEX discovery_runs_running ON discovery_runs (state) WHERE state = 'running';

CREATE TABLE clusters (
    cluster_id uuid    NOT NULL PRIMARY KEY,
    level      text COLLATE "C" NOT NULL,
    parent_id  uuid,
    position   integer NOT NULL,
    centroid   bytea   NOT NULL,
    body       jsonb   NOT NULL
);
ALTER TABLE clusters ALTER COLUMN centroid SET STORAGE EXTERNAL;

CREATE TABLE cluster_members (
    item_id   text COLLATE "C" NOT NULL PRIMARY KEY,
    macro_id  uuid NOT NULL,
    meso_id   uuid NOT NULL,
    micro_id  uuid NOT NULL,
    strength  double precision NOT NULL
);
CREATE INDEX cluster_members_by_macro ON cluster_members (macro_id);
CREATE INDEX cluster_members_by_meso ON cluster_members (meso_id);
CREATE INDEX cluster_members_by_micro ON cluster_members (micro_id);

CREATE TABLE semantic_findings (
    finding_id uuid    NOT NULL PRIMARY KEY,
    cluster_id uuid,
    state      text COLLATE "C" NOT NULL,
    position   integer NOT NULL,
    body       jsonb   NOT NULL
);

CREATE TABLE discovery_state (
    name text COLLATE "C" NOT NULL PRIMARY KEY,
    data bytea NOT NULL
);
