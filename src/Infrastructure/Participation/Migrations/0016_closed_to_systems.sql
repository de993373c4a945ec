-- A system that loses a tab and keeps others removes that tab only; none named means all of it. What was added before said all of it.
-- A version of the program that still runs adds without naming tabs: they have a default, in the table and in the function.
ALTER TABLE participation.tombstone ADD COLUMN tabs text[] NOT NULL DEFAULT '{}';

DROP FUNCTION participation.add_tombstone;
CREATE FUNCTION participation.add_tombstone(p_person uuid, p_id uuid, p_kind text, p_subject text, p_reason text, p_at timestamptz, p_tabs text[] DEFAULT '{}')
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(5517043);
    INSERT INTO participation.tombstone VALUES (p_person, p_id, nextval('participation.tombstone_number'), p_kind, p_subject, p_reason, p_at, p_tabs);
END $$;

-- A function can only be given to a role that may create in its schema: for the time of giving it.
GRANT CREATE ON SCHEMA participation TO barometre_registrar;
ALTER FUNCTION participation.add_tombstone OWNER TO barometre_registrar;
REVOKE CREATE ON SCHEMA participation FROM barometre_registrar;
REVOKE ALL ON FUNCTION participation.add_tombstone FROM PUBLIC;
GRANT EXECUTE ON FUNCTION participation.add_tombstone TO barometre_app, barometre_worker;
