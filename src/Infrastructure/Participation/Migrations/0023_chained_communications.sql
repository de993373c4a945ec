-- The register of communications is chained like the register of who looked: the link of each entry covers the one before, and where the chain ends stands apart.
-- Beside the entries, not in them: archives from before bring entries that know of no chain.
CREATE TABLE participation.communication_link (
    service_user_id uuid NOT NULL,
    number bigint NOT NULL,
    communication_id uuid NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (service_user_id, number),
    -- An entry is in the chain once.
    UNIQUE (service_user_id, communication_id),
    FOREIGN KEY (service_user_id, communication_id) REFERENCES participation.communication
);
CREATE TABLE participation.communication_head (
    service_user_id uuid PRIMARY KEY,
    number bigint NOT NULL,
    hash bytea NOT NULL
);

-- Takes the person's entries that are not in the chain into it, in their order: those of before, and those that came with an archive from before.
CREATE FUNCTION participation.chain_communications(p_person uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    last participation.communication_head;
    entry participation.communication;
BEGIN
    INSERT INTO participation.communication_head VALUES (p_person, 0, ''::bytea) ON CONFLICT DO NOTHING;
    -- Those who add at the same time take turns; what is read below is what is there after the others.
    SELECT * INTO last FROM participation.communication_head WHERE service_user_id = p_person FOR UPDATE;
    FOR entry IN
        SELECT c.* FROM participation.communication c
         WHERE c.service_user_id = p_person
           AND NOT EXISTS (SELECT 1 FROM participation.communication_link l WHERE l.service_user_id = p_person AND l.communication_id = c.id)
         ORDER BY c.at, c.id
    LOOP
        last.number := last.number + 1;
        -- The same bytes as CommunicationLine in the application, which verifies them.
        last.hash := sha256(last.hash || convert_to(concat_ws('|', p_person, last.number, entry.id, to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
            entry.form, array_to_string(entry.tabs, ','), entry.recipient_kind, coalesce(entry.recipient_id::text, ''), entry.purpose, entry.ground, coalesce(entry.by_account::text, '')), 'UTF8'));
        INSERT INTO participation.communication_link VALUES (p_person, last.number, entry.id, last.hash);
    END LOOP;
    UPDATE participation.communication_head SET number = last.number, hash = last.hash WHERE service_user_id = p_person;
END $$;

-- What was entered so far is chained as it stands: once, by the owner, who sees everybody's entries for that time.
ALTER TABLE participation.communication NO FORCE ROW LEVEL SECURITY;
SELECT participation.chain_communications(c.service_user_id) FROM (SELECT DISTINCT service_user_id FROM participation.communication) c;
ALTER TABLE participation.communication FORCE ROW LEVEL SECURITY;

CALL platform.wall('participation.communication_link');
CALL platform.wall('participation.communication_head');
GRANT SELECT ON participation.communication_link, participation.communication_head TO barometre_worker;
GRANT SELECT ON participation.communication TO barometre_registrar;
GRANT SELECT, INSERT ON participation.communication_link TO barometre_registrar;
GRANT SELECT, INSERT, UPDATE ON participation.communication_head TO barometre_registrar;
CREATE POLICY chained ON participation.communication FOR SELECT TO barometre_registrar USING (service_user_id = platform.current_person());
CREATE POLICY registrar ON participation.communication_link TO barometre_registrar USING (service_user_id = platform.current_person());
CREATE POLICY registrar ON participation.communication_head TO barometre_registrar USING (service_user_id = platform.current_person());

CREATE OR REPLACE FUNCTION participation.enter_communication(
    p_person uuid, p_id uuid, p_at timestamptz, p_form text, p_tabs text[], p_recipient_kind text, p_recipient uuid, p_purpose text, p_ground text, p_by uuid)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO participation.communication VALUES (p_person, p_id, p_at, p_form, p_tabs, p_recipient_kind, p_recipient, p_purpose, p_ground, p_by);
    SELECT participation.chain_communications(p_person);
$$;

-- A function can only be given to a role that may create in its schema: for the time of giving it.
GRANT CREATE ON SCHEMA participation TO barometre_registrar;
ALTER FUNCTION participation.chain_communications OWNER TO barometre_registrar;
REVOKE CREATE ON SCHEMA participation FROM barometre_registrar;
REVOKE ALL ON FUNCTION participation.chain_communications FROM PUBLIC;
-- The worker lets records in. Whoever adds to a register does it as the registrar.
GRANT EXECUTE ON FUNCTION participation.chain_communications TO barometre_worker;
