-- The degree of coproduction, computed by jobs from the facts of all modules: losing all of it loses nothing. No aggregate over people is kept, and none is made.

CREATE TABLE coproduction.degree (
    service_user_id uuid NOT NULL,
    -- A quarter in UTC, '2026-Q1', or 'all'.
    period varchar(10) NOT NULL,
    -- In how many stages the person's share is a half or more; null without any act.
    degree integer NULL CHECK (degree BETWEEN 0 AND 5),
    stages integer NOT NULL CHECK (stages BETWEEN 0 AND 5),
    made integer NOT NULL,
    accepted integer NOT NULL,
    amended integer NOT NULL,
    declined integer NOT NULL,
    withdrawn integer NOT NULL,
    answer_days double precision NULL,
    alone integer NOT NULL,
    joint integer NOT NULL,
    method varchar(30) NOT NULL,
    -- Stands for the very set of facts computed from: another fact, or one less, is another number.
    inputs bigint NOT NULL,
    computed_at timestamptz NOT NULL,
    PRIMARY KEY (service_user_id, period)
);

-- Acts by the person, a practitioner, both, others, in this order.
CREATE TABLE coproduction.degree_stage (
    service_user_id uuid NOT NULL,
    period varchar(10) NOT NULL,
    stage varchar(20) NOT NULL CHECK (stage IN ('defining_needs', 'setting_goals', 'planning', 'doing', 'reviewing')),
    initiated integer[] NOT NULL,
    decided integer[] NOT NULL,
    done integer[] NOT NULL,
    share double precision NOT NULL,
    inputs bigint NOT NULL,
    computed_at timestamptz NOT NULL,
    PRIMARY KEY (service_user_id, period, stage)
);

CALL platform.wall('coproduction.degree');
CALL platform.wall('coproduction.degree_stage');

-- Requests only read; jobs write.
GRANT SELECT ON coproduction.degree, coproduction.degree_stage TO barometre_app, barometre_worker;
GRANT INSERT, UPDATE, DELETE ON coproduction.degree, coproduction.degree_stage TO barometre_worker;
