-- What changed, computed by jobs from the facts: each row names its method, the facts it was computed from and when. Losing all of it loses nothing.

CREATE TABLE quality_of_life.theme_change (
    service_user_id uuid NOT NULL,
    theme varchar(100) NOT NULL,
    perspective varchar(20) NOT NULL CHECK (perspective IN ('service_user', 'practitioner', 'relative')),
    n integer NOT NULL CHECK (n > 0),
    first_value smallint NOT NULL,
    first_at timestamptz NOT NULL,
    previous_value smallint NULL,
    previous_at timestamptz NULL,
    latest_value smallint NOT NULL,
    latest_at timestamptz NOT NULL,
    change_since_baseline smallint NULL,
    change_since_previous smallint NULL,
    slope_per30_days double precision NULL,
    slope_low double precision NULL,
    slope_high double precision NULL,
    s bigint NULL,
    tau_b double precision NULL,
    p double precision NULL,
    p_method varchar(10) NULL CHECK (p_method IN ('exact', 'normal')),
    autocorrelation double precision NULL,
    caveat boolean NOT NULL,
    sem double precision NOT NULL,
    sem_source varchar(20) NOT NULL CHECK (sem_source IN ('own', 'project', 'instrument')),
    sdc double precision NOT NULL,
    rc double precision NULL,
    reliable boolean NULL,
    verdict varchar(20) NOT NULL CHECK (verdict IN ('too_early', 'rising', 'falling', 'steady')),
    reason varchar(30) NOT NULL,
    trend_move double precision NULL,
    since_first_three smallint NULL,
    method varchar(30) NOT NULL,
    -- Stands for the very set of answers computed from: another answer, or one less, is another number.
    inputs bigint NOT NULL,
    computed_at timestamptz NOT NULL,
    PRIMARY KEY (service_user_id, theme, perspective)
);

CREATE TABLE quality_of_life.sphere_summary (
    service_user_id uuid NOT NULL,
    sphere varchar(100) NOT NULL,
    perspective varchar(20) NOT NULL CHECK (perspective IN ('service_user', 'practitioner', 'relative')),
    mean double precision NULL,
    median double precision NULL,
    answered integer NOT NULL,
    shown integer NOT NULL,
    method varchar(30) NOT NULL,
    computed_at timestamptz NOT NULL,
    PRIMARY KEY (service_user_id, sphere, perspective)
);

-- Both voices on one theme: practitioner minus person.
CREATE TABLE quality_of_life.perception_gap (
    service_user_id uuid NOT NULL,
    theme varchar(100) NOT NULL,
    person_value smallint NOT NULL,
    person_at timestamptz NOT NULL,
    practitioner_value smallint NOT NULL,
    practitioner_at timestamptz NOT NULL,
    gap smallint NULL,
    n integer NOT NULL,
    slope_per30_days double precision NULL,
    slope_low double precision NULL,
    slope_high double precision NULL,
    s bigint NULL,
    tau_b double precision NULL,
    p double precision NULL,
    p_method varchar(10) NULL CHECK (p_method IN ('exact', 'normal')),
    autocorrelation double precision NULL,
    sdc double precision NOT NULL,
    inflexions jsonb NOT NULL,
    method varchar(30) NOT NULL,
    inputs bigint NOT NULL,
    computed_at timestamptz NOT NULL,
    PRIMARY KEY (service_user_id, theme)
);

CALL platform.wall('quality_of_life.theme_change');
CALL platform.wall('quality_of_life.sphere_summary');
CALL platform.wall('quality_of_life.perception_gap');

-- Requests only read; jobs write.
GRANT SELECT ON quality_of_life.theme_change, quality_of_life.sphere_summary, quality_of_life.perception_gap TO barometre_app, barometre_worker;
GRANT INSERT, UPDATE, DELETE ON quality_of_life.theme_change, quality_of_life.sphere_summary, quality_of_life.perception_gap TO barometre_worker;
