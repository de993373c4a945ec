-- Organisations are edited like projects.
ALTER TABLE participation.organisation ADD COLUMN version integer NOT NULL DEFAULT 1;

-- Why somebody is in a circle, since when the person agrees, and what the person calls a relative whom they invite.
ALTER TABLE participation.circle_member
    ADD COLUMN ground varchar(30) NOT NULL DEFAULT 'invited_by_person' CHECK (ground IN ('opened_together', 'invited_by_person', 'invited_by_coordinator')),
    ADD COLUMN label_sealed bytea NULL,
    ADD COLUMN invited_by uuid NULL,
    ADD COLUMN confirmed_at timestamptz NULL;
-- One open place per account, role and project, even when two invitations cross.
CREATE UNIQUE INDEX circle_member_once ON participation.circle_member (service_user_id, account_id, role, project_id) NULLS NOT DISTINCT
    WHERE until IS NULL AND account_id IS NOT NULL;
-- Lists, invitations waiting and departures start from the account; over places are of no interest to them.
DROP INDEX participation.circle_member_account;
CREATE INDEX circle_member_account ON participation.circle_member (account_id) WHERE until IS NULL;

-- What happened in a circle: added to only.
CREATE TABLE participation.circle_fact (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    kind varchar(20) NOT NULL CHECK (kind IN
        ('invited', 'put_forward', 'joined', 'confirmed', 'declined', 'removed', 'left', 'role_ended', 'project_left', 'sharing_changed')),
    tab varchar(20) NULL,
    level varchar(10) NULL CHECK (level IN ('none', 'read', 'contribute')),
    by uuid NOT NULL,
    setting varchar(10) NOT NULL CHECK (setting IN ('alone', 'joint')),
    at timestamptz NOT NULL,
    PRIMARY KEY (service_user_id, id),
    FOREIGN KEY (service_user_id, member_id) REFERENCES participation.circle_member
);
CALL platform.wall('participation.circle_fact');
GRANT SELECT, INSERT ON participation.circle_fact TO barometre_app, barometre_worker;

-- A coordinator or an administrator who ends a role sees the places that came from it, and only those that nothing holds any more, to end them.
CREATE POLICY departed ON participation.circle_member FOR SELECT TO barometre_app USING (
    until IS NULL AND project_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM participation.role_assignment r
        WHERE r.account_id = circle_member.account_id AND r.project_id = circle_member.project_id AND r.role = circle_member.role AND r.until IS NULL)
    AND EXISTS (SELECT 1 FROM participation.role_assignment r
        WHERE r.account_id = platform.current_account() AND r.until IS NULL
          AND ((r.role = 'administrator' AND r.project_id IS NULL) OR (r.role = 'coordinator' AND r.project_id = circle_member.project_id))));

-- A member sees where the people around whom they are today are enrolled.
CREATE POLICY around ON participation.enrolment FOR SELECT TO barometre_app USING (
    until IS NULL AND EXISTS (SELECT 1 FROM participation.circle_member m
        WHERE m.service_user_id = enrolment.service_user_id AND m.account_id = platform.current_account() AND m.state = 'active'));

-- Whoever the person invited learns what the person is called before answering.
DROP POLICY listed ON participation.service_user;
CREATE POLICY listed ON participation.service_user FOR SELECT TO barometre_app USING (
    EXISTS (SELECT 1 FROM participation.circle_member m
        WHERE m.service_user_id = service_user.service_user_id AND m.account_id = platform.current_account() AND m.state IN ('active', 'invited'))
    OR EXISTS (SELECT 1 FROM participation.enrolment e WHERE e.service_user_id = service_user.service_user_id AND e.until IS NULL AND e.project_id IN (
        SELECT r.project_id FROM participation.role_assignment r WHERE r.account_id = platform.current_account() AND r.role = 'coordinator' AND r.until IS NULL)));

-- A coordinator acts on a circle without a place in it.
ALTER TABLE participation.register_entry ALTER COLUMN member_id DROP NOT NULL;
CREATE OR REPLACE FUNCTION participation.enter_in_register(
    p_person uuid, p_at timestamptz, p_account uuid, p_organisation uuid, p_member uuid, p_ground text, p_tab text, p_writes boolean, p_use_case text)
RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    last participation.register_head;
    next_hash bytea;
BEGIN
    INSERT INTO participation.register_head VALUES (p_person, 0, ''::bytea) ON CONFLICT DO NOTHING;
    SELECT * INTO last FROM participation.register_head WHERE service_user_id = p_person FOR UPDATE;
    -- The same bytes as RegisterChain.Next in the application, which verifies them.
    next_hash := sha256(last.hash || convert_to(concat_ws('|', p_person, last.number + 1, to_char(p_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
        coalesce(p_account::text, ''), coalesce(p_organisation::text, ''), coalesce(p_member::text, ''), p_ground, coalesce(p_tab, ''), p_writes::text, p_use_case), 'UTF8'));
    INSERT INTO participation.register_entry
        VALUES (p_person, last.number + 1, p_at, p_account, p_organisation, p_member, p_ground, p_tab, p_writes, p_use_case, next_hash);
    UPDATE participation.register_head SET number = last.number + 1, hash = next_hash WHERE service_user_id = p_person;
    RETURN last.number + 1;
END $$;
