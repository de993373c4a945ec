-- The texts that a release carries, as published; a version never changes.
CREATE TABLE participation.consent_content (
    content_code varchar(50) NOT NULL,
    version varchar(20) NOT NULL,
    content text NOT NULL,
    checksum varchar(64) NOT NULL,
    loaded_at timestamptz NOT NULL,
    PRIMARY KEY (content_code, version)
);
GRANT SELECT ON participation.consent_content TO barometre_app, barometre_worker;

-- The texts that somebody said yes to, to the letter, with the names they were shown with (a project, a study, a system): proof of what was shown. Nothing of who answered.
CREATE TABLE participation.consent_text (
    hash varchar(64) PRIMARY KEY,
    kind varchar(20) NOT NULL,
    version varchar(20) NOT NULL,
    language varchar(2) NOT NULL CHECK (language IN ('fr', 'en')),
    content text NOT NULL,
    kept_at timestamptz NOT NULL
);
GRANT SELECT, INSERT ON participation.consent_text TO barometre_app, barometre_worker;

CREATE TABLE participation.research_study (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES participation.organisation,
    title_fr varchar(200) NOT NULL,
    title_en varchar(200) NOT NULL,
    about_fr varchar(2000) NOT NULL,
    about_en varchar(2000) NOT NULL,
    themes text[] NOT NULL,
    project_ids uuid[] NOT NULL,
    ends_on date NOT NULL,
    version integer NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON participation.research_study TO barometre_app, barometre_worker;

-- Where each consent stands: follows from the answers, kept with them in one transaction.
CREATE TABLE participation.consent (
    service_user_id uuid NOT NULL,
    kind varchar(20) NOT NULL CHECK (kind IN ('care', 'project_statistics', 'research_study', 'research_theme', 'integrator', 'community', 'reminders')),
    subject varchar(100) NOT NULL,
    answer varchar(10) NOT NULL CHECK (answer IN ('given', 'refused', 'withdrawn')),
    since timestamptz NOT NULL,
    text_hash varchar(64) NULL,
    version integer NOT NULL,
    PRIMARY KEY (service_user_id, kind, subject)
);
-- Who agrees to one purpose: statistics and studies start from it.
CREATE INDEX consent_purpose ON participation.consent (kind, subject) WHERE answer = 'given';

CREATE TABLE participation.consent_fact (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    kind varchar(20) NOT NULL CHECK (kind IN ('care', 'project_statistics', 'research_study', 'research_theme', 'integrator', 'community', 'reminders')),
    subject varchar(100) NOT NULL,
    answer varchar(10) NOT NULL CHECK (answer IN ('given', 'refused', 'withdrawn')),
    text_version varchar(20) NULL,
    text_language varchar(2) NULL CHECK (text_language IN ('fr', 'en')),
    text_hash varchar(64) NULL,
    by uuid NOT NULL,
    ground varchar(20) NOT NULL CHECK (ground IN ('person', 'together', 'representative')),
    setting varchar(10) NOT NULL CHECK (setting IN ('alone', 'joint')),
    at timestamptz NOT NULL,
    device_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (service_user_id, id),
    FOREIGN KEY (service_user_id, kind, subject) REFERENCES participation.consent
);
-- A person's answers, newest first.
CREATE INDEX consent_fact_arrived ON participation.consent_fact (service_user_id, recorded_at DESC, id DESC);

CALL platform.wall('participation.consent');
CALL platform.wall('participation.consent_fact');
-- A person's own, for what concerns their account (reminders); to a system, what concerns it (its lists); to a coordinator, what is only ever counted.
CREATE POLICY own ON participation.consent FOR SELECT TO barometre_app USING (
    service_user_id IN (SELECT u.service_user_id FROM participation.service_user u WHERE u.account_id = platform.current_account()));
CREATE POLICY system ON participation.consent FOR SELECT TO barometre_app USING (kind = 'integrator' AND subject = platform.current_account()::text);
CREATE POLICY counted ON participation.consent FOR SELECT TO barometre_app USING (
    kind IN ('project_statistics', 'research_study') AND EXISTS (
        SELECT 1 FROM participation.enrolment e WHERE e.service_user_id = consent.service_user_id AND e.until IS NULL AND e.project_id IN (
            SELECT r.project_id FROM participation.role_assignment r WHERE r.account_id = platform.current_account() AND r.role = 'coordinator' AND r.until IS NULL)));
GRANT SELECT, INSERT ON participation.consent, participation.consent_fact TO barometre_app, barometre_worker;
GRANT UPDATE (answer, since, text_hash, version) ON participation.consent TO barometre_app, barometre_worker;

-- What every access decision asks of a record first: did the person close it to their circle, did they freeze it.
ALTER TABLE participation.service_user
    ADD COLUMN care_closed boolean NOT NULL DEFAULT false,
    ADD COLUMN frozen boolean NOT NULL DEFAULT false;

GRANT SELECT ON participation.consent TO barometre_gate;
CREATE POLICY gate ON participation.consent FOR SELECT TO barometre_gate USING (service_user_id = platform.current_person());

-- As before, and what the person said about their circle and about systems. A command holds the record against a change of such an answer until it ends (1), a change of
-- one holds it against every command (2): whichever comes first is committed before the other decides. Volatile, so that what it reads after waiting is what was committed.
CREATE FUNCTION participation.standing(p_account uuid, p_session uuid, p_person uuid, p_now timestamptz, p_key uuid, p_hold integer)
RETURNS TABLE (kind text, role text, project_id uuid, organisation_id uuid, flag boolean, member_id uuid, levels text[])
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 5 AS $$
#variable_conflict use_column
DECLARE
    owner uuid;
    closed boolean := false;
    icy boolean := false;
    there boolean := false;
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
     WHERE r.account_id = p_account AND r.until IS NULL
    UNION ALL
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
                             WHERE e.service_user_id = p_person AND e.project_id = m.project_id AND e.until IS NULL)))
       AND (m.role <> 'integrator' OR NOT EXISTS (SELECT 1 FROM participation.consent c
             WHERE c.service_user_id = p_person AND c.kind = 'integrator' AND c.subject = p_account::text AND c.answer <> 'given'));
END $$;

-- Nodes of the release before this one ask the old way until they are replaced: they hear the new answers, without the words they do not know.
CREATE OR REPLACE FUNCTION participation.standing(p_account uuid, p_session uuid, p_person uuid, p_now timestamptz, p_key uuid)
RETURNS TABLE (kind text, role text, project_id uuid, organisation_id uuid, flag boolean, member_id uuid, levels text[])
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 5 AS $$
    SELECT s.kind, s.role, s.project_id, s.organisation_id, s.flag, s.member_id, s.levels FROM participation.standing(p_account, p_session, p_person, p_now, p_key, 0) s
     WHERE s.kind IN ('session', 'key', 'short', 'self', 'role', 'member')
$$;

-- A function can only be given to a role that may create in its schema: for the time of giving it.
GRANT CREATE ON SCHEMA participation TO barometre_gate;
ALTER FUNCTION participation.standing(uuid, uuid, uuid, timestamptz, uuid, integer) OWNER TO barometre_gate;
REVOKE CREATE ON SCHEMA participation FROM barometre_gate;
REVOKE ALL ON FUNCTION participation.standing(uuid, uuid, uuid, timestamptz, uuid, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION participation.standing(uuid, uuid, uuid, timestamptz, uuid, integer) TO barometre_app, barometre_worker;
