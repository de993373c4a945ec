-- That a record came from another installation, and with which archive.
CREATE TABLE rights.arrival (
    service_user_id uuid PRIMARY KEY,
    checksum varchar(64) NOT NULL,
    at timestamptz NOT NULL
);

-- Rows that mean something only where the record comes from (a stay in a project that is not here), kept word for word: they leave again with the next archive.
CREATE TABLE rights.carried_row (
    service_user_id uuid NOT NULL,
    table_name varchar(130) NOT NULL,
    number integer NOT NULL,
    row_sealed bytea NOT NULL,
    PRIMARY KEY (service_user_id, table_name, number)
);
CALL platform.wall('rights.arrival');
CALL platform.wall('rights.carried_row');
GRANT SELECT ON rights.arrival TO barometre_worker;
GRANT SELECT, INSERT ON rights.carried_row TO barometre_worker;

-- Facts are added by those who note them, except when a record comes in whole: then this function adds them, in the transaction in which the record
-- arrives and in no other. A record that is here, or was erased a moment ago, cannot arrive.
CREATE FUNCTION rights.begin_arrival(p_checksum text, p_at timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM participation.service_user WHERE service_user_id = platform.current_person())
       OR EXISTS (SELECT 1 FROM rights.trace WHERE service_user_id = platform.current_person()) THEN
        RAISE EXCEPTION 'This record cannot arrive.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO rights.arrival VALUES (platform.current_person(), p_checksum, p_at);
END $$;

CREATE FUNCTION rights.put_rows(p_table text, p_columns text[], p_rows jsonb) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    target record;
    listed text;
    put bigint;
BEGIN
    IF NOT EXISTS (SELECT 1 FROM rights.arrival WHERE service_user_id = platform.current_person()
                      AND xmin::text::bigint = (pg_current_xact_id()::text::numeric % 4294967296)::bigint) THEN
        RAISE EXCEPTION 'This record is not arriving.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT * INTO STRICT target FROM platform.personal_table WHERE schema_name || '.' || table_name = p_table;
    SELECT string_agg(format('%I', name), ', ') INTO listed FROM unnest(p_columns) AS name;
    EXECUTE format('INSERT INTO %s (%s) SELECT %s FROM jsonb_populate_recordset(NULL::%s, $1)', target.name, listed, listed, target.name) USING p_rows;
    GET DIAGNOSTICS put = ROW_COUNT;
    RETURN put;
END $$;

GRANT CREATE ON SCHEMA rights TO barometre_rights;
ALTER FUNCTION rights.begin_arrival OWNER TO barometre_rights;
ALTER FUNCTION rights.put_rows OWNER TO barometre_rights;
REVOKE CREATE ON SCHEMA rights FROM barometre_rights;
REVOKE ALL ON FUNCTION rights.begin_arrival, rights.put_rows FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rights.begin_arrival, rights.put_rows TO barometre_worker;
