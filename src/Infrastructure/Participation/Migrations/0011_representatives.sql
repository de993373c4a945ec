-- Who may act in the person's rights because the law says so: beside the circle, to read, and to decide about rights; recorded by a coordinator or an administrator with what was shown.
CREATE TABLE participation.representative (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    project_id uuid NOT NULL REFERENCES participation.project,
    account_id uuid NOT NULL REFERENCES participation.account,
    kind varchar(20) NOT NULL CHECK (kind IN ('parent', 'tutor', 'mandatary')),
    reads text[] NOT NULL,
    decides_rights boolean NOT NULL,
    ground_sealed bytea NOT NULL,
    starts_on date NOT NULL,
    -- From this day no more; for a parent, the day on which the person is 14.
    ends_on date NOT NULL,
    recorded_by uuid NOT NULL,
    recorded_at timestamptz NOT NULL,
    ended_at timestamptz NULL,
    ended_by uuid NULL,
    version integer NOT NULL,
    PRIMARY KEY (service_user_id, id)
);
-- Whom somebody represents is looked up from their account.
CREATE INDEX representative_account ON participation.representative (account_id) WHERE ended_at IS NULL;
CALL platform.wall('participation.representative');
CREATE POLICY own ON participation.representative FOR SELECT TO barometre_app USING (account_id = platform.current_account());
GRANT SELECT, INSERT ON participation.representative TO barometre_app, barometre_worker;
GRANT UPDATE (ended_at, ended_by, version) ON participation.representative TO barometre_app, barometre_worker;

-- A record is opened in an emergency only where a project says for how many hours; without that, never.
ALTER TABLE participation.project ADD COLUMN emergency_hours integer NULL CHECK (emergency_hours BETWEEN 1 AND 72);
CREATE TABLE participation.emergency_access (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    project_id uuid NOT NULL REFERENCES participation.project,
    account_id uuid NOT NULL REFERENCES participation.account,
    tabs text[] NOT NULL,
    reason_sealed bytea NOT NULL,
    opened_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    seen_at timestamptz NULL,
    reviewed_at timestamptz NULL,
    reviewed_by uuid NULL,
    justified boolean NULL,
    review_sealed bytea NULL,
    version integer NOT NULL,
    PRIMARY KEY (service_user_id, id)
);
-- A coordinator's list starts from the project.
CREATE INDEX emergency_access_project ON participation.emergency_access (project_id);
CALL platform.wall('participation.emergency_access');
CREATE POLICY coordinated ON participation.emergency_access FOR SELECT TO barometre_app USING (project_id IN (
    SELECT r.project_id FROM participation.role_assignment r WHERE r.account_id = platform.current_account() AND r.role = 'coordinator' AND r.until IS NULL));
GRANT SELECT, INSERT ON participation.emergency_access TO barometre_app, barometre_worker;
GRANT UPDATE (seen_at, reviewed_at, reviewed_by, justified, review_sealed, version) ON participation.emergency_access TO barometre_app, barometre_worker;

GRANT SELECT ON participation.restriction, participation.representative, participation.emergency_access TO barometre_gate;
CREATE POLICY gate ON participation.restriction FOR SELECT TO barometre_gate USING (service_user_id = platform.current_person());
CREATE POLICY gate ON participation.representative FOR SELECT TO barometre_gate USING (service_user_id = platform.current_person());
CREATE POLICY gate ON participation.emergency_access FOR SELECT TO barometre_gate USING (service_user_id = platform.current_person());

-- As before, and: whom the person keeps out, who represents them, who opened the record in an emergency. A no of the person (closed, frozen, kept out) is above an emergency.
CREATE OR REPLACE FUNCTION participation.standing(p_account uuid, p_session uuid, p_person uuid, p_now timestamptz, p_key uuid, p_hold integer)
RETURNS TABLE (kind text, role text, project_id uuid, organisation_id uuid, flag boolean, member_id uuid, levels text[])
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 5 AS $$
#variable_conflict use_column
DECLARE
    owner uuid;
    closed boolean := false;
    icy boolean := false;
    there boolean := false;
    placed boolean := false;
    today date := (p_now AT TIME ZONE 'UTC')::date;
BEGIN
    IF p_hold = 1 THEN
        PERFORM pg_advisory_xact_lock_shared(hashtextextended(p_person::text, 5517042));
    ELSIF p_hold = 2 THEN
        PERFORM pg_advisory_xact_lock(hashtextextended(p_person::text, 5517042));
    END IF;
    SELECT u.account_id, u.care_closed, u.frozen, true INTO owner, closed, icy, there FROM participation.service_user u WHERE u.service_user_id = p_person;
    RETURN QUERY
    SELECT 'session', NULL::text, NULL::uuid, NULL::uuid, s.strong, NULL::uuid, NULL::text[]
      FROM participation.account_session s WHERE s.id = p_session AND s.account_id = p_account AND s.ended_at IS NULL AND s.expires_at > p_now
    UNION ALL
    SELECT 'key', NULL, k.project_id, NULL, true, NULL, k.scopes::text[]
      FROM participation.integrator_key k WHERE k.id = p_key AND k.account_id = p_account AND k.revoked_at IS NULL AND k.expires_at > p_now
    UNION ALL
    SELECT 'short', NULL, NULL, NULL, true, NULL, NULL
      FROM participation.account a WHERE a.id = p_account AND a.password_hash IS NOT NULL AND NOT a.long_password
    UNION ALL
    SELECT 'self', NULL, NULL, NULL, false, NULL, NULL WHERE owner = p_account
    UNION ALL
    SELECT 'unclaimed', NULL, NULL, NULL, false, NULL, NULL WHERE there AND owner IS NULL
    UNION ALL
    SELECT 'role', r.role::text, r.project_id, NULL, coalesce(p.demonstration, false), NULL, NULL
      FROM participation.role_assignment r LEFT JOIN participation.project p ON p.id = r.project_id
     WHERE r.account_id = p_account AND r.until IS NULL;
    -- The rest is about a record, and about somebody who is not its person.
    IF NOT there OR owner = p_account THEN
        RETURN;
    END IF;
    RETURN QUERY
    SELECT CASE WHEN closed THEN 'beside' ELSE 'member' END, m.role::text, m.project_id, p.organisation_id, coalesce(p.demonstration, false), m.id,
           ARRAY[m.quality_of_life, m.network, m.strengths, m.plan, m.coproduction]::text[]
      FROM participation.circle_member m LEFT JOIN participation.project p ON p.id = m.project_id
     WHERE m.service_user_id = p_person AND m.account_id = p_account AND m.state = 'active' AND NOT icy
       -- Closed, a record without an account keeps one door: the practitioner beside whom the person may say yes again.
       AND (NOT closed OR (owner IS NULL AND m.role = 'practitioner'))
       AND (m.role = 'relative'
            OR (EXISTS (SELECT 1 FROM participation.role_assignment r
                         WHERE r.account_id = p_account AND r.project_id = m.project_id AND r.role = m.role AND r.until IS NULL)
                AND EXISTS (SELECT 1 FROM participation.enrolment e
                             WHERE e.service_user_id = p_person AND e.project_id = m.project_id AND e.until IS NULL)
                AND NOT EXISTS (SELECT 1 FROM participation.restriction x
                             WHERE x.service_user_id = p_person AND x.until IS NULL
                               AND (x.account_id = p_account OR x.role = m.role OR x.project_id = m.project_id OR x.organisation_id = p.organisation_id))))
       AND (m.role <> 'integrator' OR NOT EXISTS (SELECT 1 FROM participation.consent c
             WHERE c.service_user_id = p_person AND c.kind = 'integrator' AND c.subject = p_account::text AND c.answer <> 'given'));
    -- Whoever has a place opens nothing in an emergency: most callers are done here but for one look into a small table.
    placed := FOUND;
    -- Frozen, a representative decides about rights still and reads nothing.
    RETURN QUERY
    SELECT CASE WHEN icy THEN 'rights' ELSE 'representative' END, 'representative', NULL::uuid, NULL::uuid, q.decides_rights, q.id,
           ARRAY[CASE WHEN 'quality_of_life' = ANY (q.reads) THEN 'read' ELSE 'none' END,
                 CASE WHEN 'network' = ANY (q.reads) THEN 'read' ELSE 'none' END,
                 CASE WHEN 'strengths' = ANY (q.reads) THEN 'read' ELSE 'none' END,
                 CASE WHEN 'plan' = ANY (q.reads) THEN 'read' ELSE 'none' END,
                 CASE WHEN 'coproduction' = ANY (q.reads) THEN 'read' ELSE 'none' END]
      FROM participation.representative q
     WHERE q.service_user_id = p_person AND q.account_id = p_account AND q.ended_at IS NULL AND q.starts_on <= today AND q.ends_on > today;
    IF placed OR icy OR closed THEN
        RETURN;
    END IF;
    RETURN QUERY
    SELECT 'emergency', 'practitioner', g.project_id, p.organisation_id, p.demonstration, g.id,
           ARRAY[CASE WHEN 'quality_of_life' = ANY (g.tabs) THEN 'read' ELSE 'none' END,
                 CASE WHEN 'network' = ANY (g.tabs) THEN 'read' ELSE 'none' END,
                 CASE WHEN 'strengths' = ANY (g.tabs) THEN 'read' ELSE 'none' END,
                 CASE WHEN 'plan' = ANY (g.tabs) THEN 'read' ELSE 'none' END,
                 CASE WHEN 'coproduction' = ANY (g.tabs) THEN 'read' ELSE 'none' END]
      FROM participation.emergency_access g JOIN participation.project p ON p.id = g.project_id
     WHERE g.service_user_id = p_person AND g.account_id = p_account AND g.expires_at > p_now AND g.justified IS NOT FALSE AND p.emergency_hours IS NOT NULL
       AND EXISTS (SELECT 1 FROM participation.role_assignment r
                    WHERE r.account_id = p_account AND r.project_id = g.project_id AND r.role = 'practitioner' AND r.until IS NULL)
       AND EXISTS (SELECT 1 FROM participation.enrolment e WHERE e.service_user_id = p_person AND e.project_id = g.project_id AND e.until IS NULL)
       AND NOT EXISTS (SELECT 1 FROM participation.circle_member m
                        WHERE m.service_user_id = p_person AND m.account_id = p_account AND m.until IS NULL AND m.state = 'active')
       AND NOT EXISTS (SELECT 1 FROM participation.restriction x
                        WHERE x.service_user_id = p_person AND x.until IS NULL
                          AND (x.account_id = p_account OR x.role = 'practitioner' OR x.project_id = g.project_id OR x.organisation_id = p.organisation_id));
END $$;
