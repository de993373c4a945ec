-- Figures, computed by jobs from the facts: each row names its method, the facts it was computed from and when. Losing all of it loses nothing.

CREATE TABLE accomplishment_plan.plan_summary (
    service_user_id uuid PRIMARY KEY,
    goals integer NOT NULL,
    reached integer NOT NULL,
    actions integer NOT NULL,
    done integer NOT NULL,
    done_late integer NOT NULL,
    by_person integer NOT NULL,
    by_practitioner integer NOT NULL,
    by_relative integer NOT NULL,
    by_partner integer NOT NULL,
    method varchar(30) NOT NULL,
    -- Stands for the very set of facts computed from: another fact, or one less, is another number.
    inputs bigint NOT NULL,
    computed_at timestamptz NOT NULL
);

-- Goal attainment in one voice: voices stand side by side and are never merged.
CREATE TABLE accomplishment_plan.attainment (
    service_user_id uuid NOT NULL,
    perspective varchar(20) NOT NULL CHECK (perspective IN ('service_user', 'practitioner', 'relative')),
    t double precision NOT NULL,
    goals integer NOT NULL,
    method varchar(30) NOT NULL,
    inputs bigint NOT NULL,
    computed_at timestamptz NOT NULL,
    PRIMARY KEY (service_user_id, perspective)
);

CALL platform.wall('accomplishment_plan.plan_summary');
CALL platform.wall('accomplishment_plan.attainment');

-- Requests only read; jobs write.
GRANT SELECT ON accomplishment_plan.plan_summary, accomplishment_plan.attainment TO barometre_app, barometre_worker;
GRANT INSERT, UPDATE, DELETE ON accomplishment_plan.plan_summary, accomplishment_plan.attainment TO barometre_worker;
