CREATE SCHEMA coproduction;
GRANT USAGE ON SCHEMA coproduction TO barometre_app, barometre_worker;

-- Up to when each reader has seen a record; news is what came later.
CREATE TABLE coproduction.visit (
    service_user_id uuid NOT NULL,
    account_id uuid NOT NULL,
    seen_until timestamptz NOT NULL,
    PRIMARY KEY (service_user_id, account_id)
);

CALL platform.outbox('coproduction');
CALL platform.wall('coproduction.visit');
GRANT SELECT, INSERT ON coproduction.visit TO barometre_app, barometre_worker;
GRANT UPDATE (seen_until) ON coproduction.visit TO barometre_app, barometre_worker;
