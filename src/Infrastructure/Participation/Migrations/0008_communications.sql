-- The register of communications: what left a record, to whom, why, when. Ids and kinds only. Appended to like the register of who looked: by one function, as a role
-- that nobody signs in with. What another system reads with its key stands in the register of who looked already, and is shown from there: once written, never twice.
CREATE TABLE participation.communication (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    at timestamptz NOT NULL,
    form varchar(20) NOT NULL CHECK (form IN ('print', 'archive', 'file', 'reading', 'dataset')),
    tabs text[] NOT NULL,
    recipient_kind varchar(20) NOT NULL CHECK (recipient_kind IN ('person', 'account', 'organisation', 'study', 'authority')),
    recipient_id uuid NULL,
    purpose varchar(20) NOT NULL CHECK (purpose IN ('own_use', 'accompaniment', 'portability', 'statistics', 'research', 'legal_duty')),
    ground varchar(20) NOT NULL CHECK (ground IN ('asked_by_person', 'sharing', 'consent', 'representative', 'law')),
    -- Who let it go; null for the installation itself.
    by_account uuid NULL,
    PRIMARY KEY (service_user_id, id)
);
CALL platform.wall('participation.communication');
GRANT SELECT ON participation.communication TO barometre_app, barometre_worker;
GRANT INSERT ON participation.communication TO barometre_registrar;
CREATE POLICY registrar ON participation.communication FOR INSERT TO barometre_registrar WITH CHECK (service_user_id = platform.current_person());

CREATE FUNCTION participation.enter_communication(
    p_person uuid, p_id uuid, p_at timestamptz, p_form text, p_tabs text[], p_recipient_kind text, p_recipient uuid, p_purpose text, p_ground text, p_by uuid)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO participation.communication VALUES (p_person, p_id, p_at, p_form, p_tabs, p_recipient_kind, p_recipient, p_purpose, p_ground, p_by)
$$;

-- What whoever received data must remove. It outlives the record: the id that the recipient knows it by, and nothing else of the person.
CREATE TABLE participation.tombstone (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    number bigint NOT NULL,
    kind varchar(20) NOT NULL CHECK (kind IN ('integrator', 'project_statistics', 'research_study', 'research_theme')),
    subject varchar(100) NOT NULL,
    reason varchar(20) NOT NULL CHECK (reason IN ('withdrawn', 'restricted', 'erased')),
    at timestamptz NOT NULL,
    PRIMARY KEY (service_user_id, id)
);
-- A recipient reads on from the number that they reached.
CREATE INDEX tombstone_feed ON participation.tombstone (kind, subject, number);
CREATE SEQUENCE participation.tombstone_number;
CALL platform.wall('participation.tombstone');
CREATE POLICY recipient ON participation.tombstone FOR SELECT TO barometre_app USING (kind = 'integrator' AND subject = platform.current_account()::text);
CREATE POLICY research ON participation.tombstone FOR SELECT TO barometre_app USING (kind <> 'integrator' AND EXISTS (
    SELECT 1 FROM participation.role_assignment r WHERE r.account_id = platform.current_account() AND r.role = 'researcher' AND r.until IS NULL
       AND (kind <> 'project_statistics' OR subject = r.project_id::text)));
GRANT SELECT ON participation.tombstone TO barometre_app, barometre_worker;
GRANT INSERT ON participation.tombstone TO barometre_registrar;
GRANT USAGE ON SEQUENCE participation.tombstone_number TO barometre_registrar;
CREATE POLICY registrar ON participation.tombstone FOR INSERT TO barometre_registrar WITH CHECK (service_user_id = platform.current_person());

-- Numbers are given one transaction at a time, so that they become visible in their order: whoever read up to one has missed none before it.
CREATE FUNCTION participation.add_tombstone(p_person uuid, p_id uuid, p_kind text, p_subject text, p_reason text, p_at timestamptz)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(5517043);
    INSERT INTO participation.tombstone VALUES (p_person, p_id, nextval('participation.tombstone_number'), p_kind, p_subject, p_reason, p_at);
END $$;

-- A function can only be given to a role that may create in its schema: for the time of giving it.
GRANT CREATE ON SCHEMA participation TO barometre_registrar;
ALTER FUNCTION participation.enter_communication OWNER TO barometre_registrar;
ALTER FUNCTION participation.add_tombstone OWNER TO barometre_registrar;
REVOKE CREATE ON SCHEMA participation FROM barometre_registrar;
REVOKE ALL ON FUNCTION participation.enter_communication, participation.add_tombstone FROM PUBLIC;
GRANT EXECUTE ON FUNCTION participation.enter_communication, participation.add_tombstone TO barometre_app, barometre_worker;

-- The register of communications as it is read: what was handed over, and what other systems read with their keys.
CREATE VIEW participation.shown_communication WITH (security_invoker = true) AS
    SELECT service_user_id, id, at, form::text AS form, tabs, recipient_kind::text AS recipient_kind, recipient_id, purpose::text AS purpose, ground::text AS ground
      FROM participation.communication
    UNION ALL
    SELECT service_user_id, overlay(overlay(md5(service_user_id::text || number)::text placing '7' from 13) placing '8' from 17)::uuid, at, 'reading', ARRAY[tab]::text[],
           'account', account_id, 'accompaniment', 'sharing'
      FROM participation.register_entry WHERE ground = 'integrator' AND NOT writes AND tab IS NOT NULL;
GRANT SELECT ON participation.shown_communication TO barometre_app, barometre_worker;
