-- What opens for the person's own account alone (private notes) and what is that account's own (how far they read, what they were reminded of) came along sealed. Whoever claims the
-- record has it: the person's own account looks for it, and nobody else's.
GRANT SELECT ON rights.carried_row TO barometre_app;
CREATE POLICY own ON rights.carried_row AS RESTRICTIVE FOR SELECT TO barometre_app USING (EXISTS (
    SELECT 1 FROM participation.service_user u WHERE u.service_user_id = carried_row.service_user_id AND u.account_id = platform.current_account()));
-- A view of the catalogue: names of tables.
GRANT SELECT ON platform.personal_table TO barometre_app;

-- Puts all carried rows of one table where they belong, as that account's, and lets go of what was carried: both or neither, once.
CREATE FUNCTION rights.adopt_rows(p_table text, p_columns text[], p_rows jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    account uuid := platform.current_account();
    owning text := CASE p_table WHEN 'coproduction.note' THEN 'author_id' WHEN 'coproduction.note_fact' THEN 'author_id' WHEN 'coproduction.read_mark' THEN 'account_id'
        WHEN 'coproduction.visit' THEN 'account_id' WHEN 'accomplishment_plan.reminder' THEN 'account_id' END;
    target record;
    listed text;
    carried bigint;
BEGIN
    IF owning IS NULL OR NOT EXISTS (SELECT 1 FROM participation.service_user WHERE service_user_id = platform.current_person() AND account_id = account) THEN
        RAISE EXCEPTION 'This is not this account''s.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    DELETE FROM rights.carried_row WHERE service_user_id = platform.current_person() AND table_name = p_table;
    GET DIAGNOSTICS carried = ROW_COUNT;
    IF carried <> jsonb_array_length(p_rows) THEN
        RAISE EXCEPTION 'These are not the rows that came along.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT * INTO STRICT target FROM platform.personal_table WHERE schema_name || '.' || table_name = p_table;
    SELECT string_agg(format('%I', name), ', ') INTO listed FROM unnest(p_columns) AS name;
    -- An account that was around the person before, and looked, has a visit of its own here: that one counts.
    EXECUTE format('INSERT INTO %s (%s) SELECT %s FROM jsonb_populate_recordset(NULL::%s, $1) ON CONFLICT DO NOTHING', target.name, listed, listed, target.name)
        USING (SELECT jsonb_agg(one || jsonb_build_object(owning, account)) FROM jsonb_array_elements(p_rows) one);
END $$;

GRANT CREATE ON SCHEMA rights TO barometre_rights;
ALTER FUNCTION rights.adopt_rows OWNER TO barometre_rights;
REVOKE CREATE ON SCHEMA rights FROM barometre_rights;
REVOKE ALL ON FUNCTION rights.adopt_rows FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rights.adopt_rows TO barometre_app;
