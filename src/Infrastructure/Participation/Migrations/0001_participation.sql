CREATE SCHEMA participation;
GRANT USAGE ON SCHEMA participation TO barometre_app, barometre_worker;

CREATE TABLE participation.organisation (
    id uuid PRIMARY KEY,
    name varchar(200) NOT NULL,
    country varchar(10) NOT NULL CHECK (country IN ('quebec', 'france'))
);

CREATE TABLE participation.project (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES participation.organisation,
    name varchar(200) NOT NULL,
    site varchar(200) NOT NULL,
    country varchar(10) NOT NULL CHECK (country IN ('quebec', 'france')),
    data_region varchar(50) NOT NULL,
    languages text[] NOT NULL,
    retention_months integer NULL CHECK (retention_months > 0),
    demonstration boolean NOT NULL,
    version integer NOT NULL
);

-- An account is apart from any record: somebody may have a record and no account, or an account and no record.
CREATE TABLE participation.account (
    id uuid PRIMARY KEY,
    display_name varchar(200) NOT NULL
);

CREATE TABLE participation.account_session (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES participation.account,
    strong boolean NOT NULL,
    started_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    ended_at timestamptz NULL
);
CREATE INDEX account_session_account ON participation.account_session (account_id);

CREATE TABLE participation.role_assignment (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES participation.account,
    project_id uuid NULL REFERENCES participation.project,
    role varchar(20) NOT NULL,
    since timestamptz NOT NULL,
    until timestamptz NULL
);
CREATE UNIQUE INDEX role_assignment_once ON participation.role_assignment (account_id, project_id, role) NULLS NOT DISTINCT WHERE until IS NULL;

CREATE TABLE participation.service_user (
    service_user_id uuid PRIMARY KEY,
    account_id uuid NULL UNIQUE REFERENCES participation.account,
    called_name_sealed bytea NOT NULL,
    language varchar(2) NOT NULL CHECK (language IN ('fr', 'en')),
    opened_by uuid NOT NULL,
    opened_at timestamptz NOT NULL,
    version integer NOT NULL
);

CREATE TABLE participation.enrolment (
    service_user_id uuid NOT NULL REFERENCES participation.service_user,
    id uuid NOT NULL,
    project_id uuid NOT NULL REFERENCES participation.project,
    since timestamptz NOT NULL,
    until timestamptz NULL,
    PRIMARY KEY (service_user_id, id)
);
CREATE UNIQUE INDEX enrolment_once ON participation.enrolment (service_user_id, project_id) WHERE until IS NULL;
-- A coordinator's list starts from the project.
CREATE INDEX enrolment_project ON participation.enrolment (project_id) WHERE until IS NULL;

-- Who is in a person's circle, and how far each tab is open to them.
CREATE TABLE participation.circle_member (
    service_user_id uuid NOT NULL REFERENCES participation.service_user,
    id uuid NOT NULL,
    account_id uuid NULL REFERENCES participation.account,
    role varchar(20) NOT NULL CHECK (role IN ('practitioner', 'relative', 'integrator')),
    project_id uuid NULL REFERENCES participation.project,
    state varchar(20) NOT NULL CHECK (state IN ('invited', 'awaiting_person', 'active', 'ended', 'declined')),
    since timestamptz NOT NULL,
    until timestamptz NULL,
    quality_of_life varchar(10) NOT NULL CHECK (quality_of_life IN ('none', 'read', 'contribute')),
    network varchar(10) NOT NULL CHECK (network IN ('none', 'read', 'contribute')),
    strengths varchar(10) NOT NULL CHECK (strengths IN ('none', 'read', 'contribute')),
    plan varchar(10) NOT NULL CHECK (plan IN ('none', 'read', 'contribute')),
    coproduction varchar(10) NOT NULL CHECK (coproduction IN ('none', 'read', 'contribute')),
    version integer NOT NULL,
    PRIMARY KEY (service_user_id, id)
);
-- A practitioner's list of people, and every access decision, start from the account.
CREATE INDEX circle_member_account ON participation.circle_member (account_id) WHERE state = 'active';

-- The register of who looked: appended to only; each entry's hash covers the one before.
CREATE TABLE participation.register_entry (
    service_user_id uuid NOT NULL REFERENCES participation.service_user,
    number bigint NOT NULL,
    at timestamptz NOT NULL,
    account_id uuid NULL,
    organisation_id uuid NULL,
    member_id uuid NOT NULL,
    ground varchar(20) NOT NULL,
    tab varchar(20) NULL,
    writes boolean NOT NULL,
    use_case varchar(100) NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (service_user_id, number)
);
CREATE TABLE participation.register_head (
    service_user_id uuid PRIMARY KEY REFERENCES participation.service_user,
    number bigint NOT NULL,
    hash bytea NOT NULL
);

CREATE FUNCTION participation.enter_in_register(
    p_person uuid, p_at timestamptz, p_account uuid, p_organisation uuid, p_member uuid, p_ground text, p_tab text, p_writes boolean, p_use_case text)
RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    last participation.register_head;
    next_hash bytea;
BEGIN
    INSERT INTO participation.register_head VALUES (p_person, 0, ''::bytea) ON CONFLICT DO NOTHING;
    SELECT * INTO last FROM participation.register_head WHERE service_user_id = p_person FOR UPDATE;
    next_hash := sha256(last.hash || convert_to(concat_ws('|', p_person, last.number + 1, to_char(p_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
        coalesce(p_account::text, ''), coalesce(p_organisation::text, ''), p_member, p_ground, coalesce(p_tab, ''), p_writes::text, p_use_case), 'UTF8'));
    INSERT INTO participation.register_entry
        VALUES (p_person, last.number + 1, p_at, p_account, p_organisation, p_member, p_ground, p_tab, p_writes, p_use_case, next_hash);
    UPDATE participation.register_head SET number = last.number + 1, hash = next_hash WHERE service_user_id = p_person;
    RETURN last.number + 1;
END $$;

CALL platform.outbox('participation');
CALL platform.wall('participation.service_user');
CALL platform.wall('participation.enrolment');
CALL platform.wall('participation.circle_member');
CALL platform.wall('participation.register_entry');
CALL platform.wall('participation.register_head');

-- The lists keyed to an account: a member sees their own places, and through them the people and where they are enrolled; a coordinator, their projects' people.
CREATE POLICY own_places ON participation.circle_member FOR SELECT TO barometre_app USING (account_id = platform.current_account());
CREATE POLICY coordinated ON participation.enrolment FOR SELECT TO barometre_app USING (until IS NULL AND project_id IN (
    SELECT r.project_id FROM participation.role_assignment r WHERE r.account_id = platform.current_account() AND r.role = 'coordinator' AND r.until IS NULL));
CREATE POLICY own_record ON participation.service_user FOR SELECT TO barometre_app USING (account_id = platform.current_account());
CREATE POLICY listed ON participation.service_user FOR SELECT TO barometre_app USING (
    EXISTS (SELECT 1 FROM participation.circle_member m WHERE m.service_user_id = service_user.service_user_id AND m.account_id = platform.current_account() AND m.state = 'active')
    OR EXISTS (SELECT 1 FROM participation.enrolment e WHERE e.service_user_id = service_user.service_user_id AND e.until IS NULL AND e.project_id IN (
        SELECT r.project_id FROM participation.role_assignment r WHERE r.account_id = platform.current_account() AND r.role = 'coordinator' AND r.until IS NULL)));

GRANT SELECT, INSERT, UPDATE ON participation.organisation, participation.project, participation.account, participation.account_session,
    participation.role_assignment, participation.service_user, participation.enrolment, participation.circle_member TO barometre_app, barometre_worker;
GRANT SELECT, INSERT ON participation.register_entry TO barometre_app, barometre_worker;
GRANT SELECT, INSERT, UPDATE ON participation.register_head TO barometre_app, barometre_worker;
