-- The register shows what was altered in it as long as its end holds. The program's logins could write both tables, so a process that was taken over could
-- have taken the end of a chain back. From now on the function below alone appends, as a role that nobody signs in with: the logins may only call it.
GRANT USAGE ON SCHEMA participation, platform TO barometre_registrar;
GRANT SELECT, INSERT, UPDATE ON participation.register_head TO barometre_registrar;
GRANT INSERT ON participation.register_entry TO barometre_registrar;
-- In the register of the person that the transaction was opened for, and in no other.
CREATE POLICY registrar ON participation.register_head TO barometre_registrar USING (service_user_id = platform.current_person());
CREATE POLICY registrar ON participation.register_entry FOR INSERT TO barometre_registrar WITH CHECK (service_user_id = platform.current_person());
REVOKE INSERT, UPDATE, DELETE ON participation.register_entry, participation.register_head FROM barometre_app, barometre_worker;

CREATE OR REPLACE FUNCTION participation.enter_in_register(
    p_person uuid, p_at timestamptz, p_account uuid, p_organisation uuid, p_member uuid, p_ground text, p_tab text, p_writes boolean, p_use_case text)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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

-- A function can only be given to a role that may create in its schema: for the time of giving it.
GRANT CREATE ON SCHEMA participation TO barometre_registrar;
ALTER FUNCTION participation.enter_in_register OWNER TO barometre_registrar;
REVOKE CREATE ON SCHEMA participation FROM barometre_registrar;
REVOKE ALL ON FUNCTION participation.enter_in_register FROM PUBLIC;
GRANT EXECUTE ON FUNCTION participation.enter_in_register TO barometre_app, barometre_worker;
