-- Whom the person keeps from information that names them (LRSSS, s. 7): somebody, or everybody of an organisation, a project or a role. In force until lifted; nothing is forgotten.
CREATE TABLE participation.restriction (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    account_id uuid NULL,
    organisation_id uuid NULL,
    project_id uuid NULL,
    role varchar(20) NULL CHECK (role IN ('practitioner', 'coordinator', 'integrator')),
    by uuid NOT NULL,
    ground varchar(20) NOT NULL CHECK (ground IN ('person', 'together', 'representative')),
    since timestamptz NOT NULL,
    until timestamptz NULL,
    lifted_by uuid NULL,
    lifted_ground varchar(20) NULL CHECK (lifted_ground IN ('person', 'together', 'representative')),
    PRIMARY KEY (service_user_id, id)
);
CALL platform.wall('participation.restriction');
-- Lists that are keyed to an account leave out who keeps it out: of everybody's, it sees those that hit it.
CREATE POLICY hit ON participation.restriction FOR SELECT TO barometre_app USING (until IS NULL AND (account_id = platform.current_account() OR EXISTS (
    SELECT 1 FROM participation.role_assignment r LEFT JOIN participation.project p ON p.id = r.project_id
     WHERE r.account_id = platform.current_account() AND r.until IS NULL
       AND (r.role = restriction.role OR r.project_id = restriction.project_id OR p.organisation_id = restriction.organisation_id))));
GRANT SELECT, INSERT ON participation.restriction TO barometre_app, barometre_worker;
GRANT UPDATE (until, lifted_by, lifted_ground) ON participation.restriction TO barometre_app, barometre_worker;

-- When nobody but the person reads or writes in the record (GDPR, art. 18).
CREATE TABLE participation.freeze (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    by uuid NOT NULL,
    ground varchar(20) NOT NULL CHECK (ground IN ('person', 'representative')),
    since timestamptz NOT NULL,
    until timestamptz NULL,
    lifted_by uuid NULL,
    PRIMARY KEY (service_user_id, id)
);
-- A record is frozen once at a time, also by two devices.
CREATE UNIQUE INDEX freeze_once ON participation.freeze (service_user_id) WHERE until IS NULL;
CALL platform.wall('participation.freeze');
GRANT SELECT, INSERT ON participation.freeze TO barometre_app, barometre_worker;
GRANT UPDATE (until, lifted_by) ON participation.freeze TO barometre_app, barometre_worker;
