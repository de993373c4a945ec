CREATE SCHEMA rights;
GRANT USAGE ON SCHEMA rights TO barometre_app, barometre_worker;

-- The erasing of a record, from the asking to its end; then it is deleted too, and the certificate remains.
CREATE TABLE rights.erasure (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    ground varchar(20) NOT NULL CHECK (ground IN ('asked', 'retention')),
    state varchar(20) NOT NULL CHECK (state IN ('asked', 'confirmed', 'shredded', 'erased', 'cancelled')),
    account_id uuid NULL,
    keeps_account boolean NOT NULL,
    asked_at timestamptz NOT NULL,
    confirmed_at timestamptz NULL,
    executes_at timestamptz NULL,
    shredded_at timestamptz NULL,
    cancelled_at timestamptz NULL,
    code_hash varchar(64) NULL,
    version integer NOT NULL,
    PRIMARY KEY (service_user_id, id)
);
-- One at a time, whatever devices do at the same moment.
CREATE UNIQUE INDEX erasure_once ON rights.erasure (service_user_id) WHERE state <> 'cancelled';
-- Each minute: whose time has come.
CREATE INDEX erasure_due ON rights.erasure (executes_at) WHERE state = 'confirmed' OR state = 'shredded';

-- What was deleted so far, for the certificate; deleted with the erasing.
CREATE TABLE rights.erased_rows (
    service_user_id uuid NOT NULL,
    table_name varchar(130) NOT NULL,
    count bigint NOT NULL,
    PRIMARY KEY (service_user_id, table_name)
);

-- That there was a record, for a day: so that what was under way elsewhere leaves nothing behind.
CREATE TABLE rights.trace (
    service_user_id uuid PRIMARY KEY,
    since timestamptz NOT NULL
);

-- Certificates say when and how much, and nothing of whom: no person, no account, no word. Found by the keyed hash of a code.
CREATE TABLE rights.certificate (
    id uuid PRIMARY KEY,
    code_hash varchar(64) NULL UNIQUE,
    kept_until timestamptz NOT NULL,
    content text NULL,
    signature bytea NULL,
    CHECK ((content IS NULL) = (signature IS NULL))
);
ALTER TABLE rights.certificate ENABLE ROW LEVEL SECURITY;
ALTER TABLE rights.certificate FORCE ROW LEVEL SECURITY;
CREATE POLICY held ON rights.certificate FOR SELECT TO barometre_app USING (code_hash = platform.current_code());
CREATE POLICY worker ON rights.certificate TO barometre_worker USING (true);

CALL platform.outbox('rights');
CALL platform.wall('rights.erasure');
CALL platform.wall('rights.erased_rows');
CALL platform.wall('rights.trace');

GRANT SELECT, INSERT ON rights.erasure TO barometre_app, barometre_worker;
GRANT UPDATE (state, keeps_account, confirmed_at, executes_at, cancelled_at, code_hash, version) ON rights.erasure TO barometre_app;
GRANT UPDATE (state, shredded_at, version) ON rights.erasure TO barometre_worker;
GRANT DELETE ON rights.erasure TO barometre_worker;
GRANT SELECT, INSERT, UPDATE (count), DELETE ON rights.erased_rows TO barometre_worker;
GRANT SELECT, INSERT, DELETE ON rights.trace TO barometre_worker;
GRANT SELECT ON rights.certificate TO barometre_app;
GRANT SELECT, INSERT, UPDATE (content, signature), DELETE ON rights.certificate TO barometre_worker;

-- Nobody may delete facts, but an erasing that has begun: the worker asks this function, which looks for itself.
GRANT USAGE ON SCHEMA rights TO barometre_rights;
GRANT SELECT ON rights.erasure, rights.trace TO barometre_rights;
CREATE FUNCTION rights.delete_rows(p_table text) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    target record;
    deleted bigint;
BEGIN
    IF NOT EXISTS (SELECT 1 FROM rights.erasure WHERE service_user_id = platform.current_person() AND state = 'shredded')
       AND NOT EXISTS (SELECT 1 FROM rights.trace WHERE service_user_id = platform.current_person()) THEN
        RAISE EXCEPTION 'This record is not being erased.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT * INTO STRICT target FROM platform.personal_table WHERE schema_name || '.' || table_name = p_table;
    EXECUTE format('DELETE FROM %s WHERE %I = platform.current_person()', target.name, target.person_column);
    GET DIAGNOSTICS deleted = ROW_COUNT;
    RETURN deleted;
END $$;

-- The account of a person who does not keep it, with all that hangs on it.
CREATE FUNCTION rights.delete_account(p_account uuid) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    target record;
    deleted bigint;
    total bigint := 0;
BEGIN
    IF NOT EXISTS (SELECT 1 FROM rights.erasure
        WHERE service_user_id = platform.current_person() AND state = 'shredded' AND account_id = p_account AND NOT keeps_account) THEN
        RAISE EXCEPTION 'This account is not being erased.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM set_config('barometre.account', p_account::text, true);
    -- What hangs on another table's rows goes before them.
    FOR target IN SELECT * FROM platform.account_table ORDER BY through IS NULL LOOP
        IF target.through IS NULL THEN
            EXECUTE format('DELETE FROM %s WHERE %I = $1', target.name, target.account_column) USING p_account;
        ELSE
            EXECUTE format('DELETE FROM %s WHERE %I IN (SELECT %I FROM %s WHERE account_id = $1)', target.name, target.account_column, target.through_column, target.through) USING p_account;
        END IF;
        GET DIAGNOSTICS deleted = ROW_COUNT;
        total := total + deleted;
    END LOOP;
    DELETE FROM participation.account WHERE id = p_account;
    GET DIAGNOSTICS deleted = ROW_COUNT;
    RETURN total + deleted;
END $$;

-- A function can only be given to a role that may create in its schema: for the time of giving it.
GRANT CREATE ON SCHEMA rights TO barometre_rights;
ALTER FUNCTION rights.delete_rows OWNER TO barometre_rights;
ALTER FUNCTION rights.delete_account OWNER TO barometre_rights;
REVOKE CREATE ON SCHEMA rights FROM barometre_rights;
REVOKE ALL ON FUNCTION rights.delete_rows, rights.delete_account FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rights.delete_rows, rights.delete_account TO barometre_worker;
