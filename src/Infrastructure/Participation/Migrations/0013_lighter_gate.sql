-- The access decision is paid by every request, and what a statement names is prepared though it is not needed: each caller's own question is asked, and no other.
-- As before otherwise: whoever was asked about a record is told nothing of the roles they hold elsewhere, which no decision about a record reads.
-- The two questions that most requests need not ask, out of the way of the plan of those that all ask.
CREATE FUNCTION participation.kept_out(p_person uuid, p_account uuid, p_role text, p_project uuid, p_organisation uuid)
RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM participation.restriction x
                    WHERE x.service_user_id = p_person AND x.until IS NULL
                      AND (x.account_id = p_account OR x.role = p_role OR x.project_id = p_project OR x.organisation_id = p_organisation));
END $$;
CREATE FUNCTION participation.refused(p_person uuid, p_account uuid)
RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM participation.consent c
                    WHERE c.service_user_id = p_person AND c.kind = 'integrator' AND c.subject = p_account::text AND c.answer <> 'given');
END $$;
-- The levels of a place that only reads, tab by tab.
CREATE FUNCTION participation.reading(p_tabs text[]) RETURNS text[] LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT array_agg(CASE WHEN t = ANY (p_tabs) THEN 'read' ELSE 'none' END ORDER BY n)
      FROM unnest(ARRAY['quality_of_life', 'network', 'strengths', 'plan', 'coproduction']) WITH ORDINALITY tab (t, n)
$$;
REVOKE ALL ON FUNCTION participation.kept_out, participation.refused, participation.reading FROM PUBLIC;
GRANT EXECUTE ON FUNCTION participation.kept_out, participation.refused, participation.reading TO barometre_gate;

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
    guarded boolean := false;
    today date := (p_now AT TIME ZONE 'UTC')::date;
BEGIN
    IF p_hold = 1 THEN
        PERFORM pg_advisory_xact_lock_shared(hashtextextended(p_person::text, 5517042));
    ELSIF p_hold = 2 THEN
        PERFORM pg_advisory_xact_lock(hashtextextended(p_person::text, 5517042));
    END IF;
    -- Nobody's key, nobody's session: ids that no row has.
    IF p_key <> '00000000-0000-0000-0000-000000000000' THEN
        RETURN QUERY SELECT 'key', NULL::text, k.project_id, NULL::uuid, true, NULL::uuid, k.scopes::text[]
          FROM participation.integrator_key k WHERE k.id = p_key AND k.account_id = p_account AND k.revoked_at IS NULL AND k.expires_at > p_now;
    ELSE
        RETURN QUERY SELECT 'session', NULL::text, NULL::uuid, NULL::uuid, s.strong, NULL::uuid, NULL::text[]
          FROM participation.account_session s WHERE s.id = p_session AND s.account_id = p_account AND s.ended_at IS NULL AND s.expires_at > p_now;
    END IF;
    IF p_person IS NOT NULL THEN
        SELECT u.account_id, u.care_closed, u.frozen, true INTO owner, closed, icy, there FROM participation.service_user u WHERE u.service_user_id = p_person;
        IF owner = p_account THEN
            RETURN QUERY SELECT 'self', NULL::text, NULL::uuid, NULL::uuid, false, NULL::uuid, NULL::text[];
            RETURN;
        END IF;
    END IF;
    IF EXISTS (SELECT 1 FROM participation.account a WHERE a.id = p_account AND a.password_hash IS NOT NULL AND NOT a.long_password) THEN
        RETURN QUERY SELECT 'short', NULL::text, NULL::uuid, NULL::uuid, true, NULL::uuid, NULL::text[];
    END IF;
    IF p_person IS NULL THEN
        RETURN QUERY SELECT 'role', r.role::text, r.project_id, NULL::uuid, coalesce(p.demonstration, false), NULL::uuid, NULL::text[]
          FROM participation.role_assignment r LEFT JOIN participation.project p ON p.id = r.project_id
         WHERE r.account_id = p_account AND r.until IS NULL;
        RETURN;
    END IF;
    IF NOT coalesce(there, false) THEN
        RETURN;
    END IF;
    IF owner IS NULL THEN
        RETURN QUERY SELECT 'unclaimed', NULL::text, NULL::uuid, NULL::uuid, false, NULL::uuid, NULL::text[];
    END IF;
    guarded := EXISTS (SELECT 1 FROM participation.restriction x WHERE x.service_user_id = p_person AND x.until IS NULL);
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
                AND NOT (guarded AND participation.kept_out(p_person, p_account, m.role, m.project_id, p.organisation_id))
                AND NOT (m.role = 'integrator' AND participation.refused(p_person, p_account))));
    -- Whoever has a place opens nothing in an emergency.
    placed := FOUND;
    IF EXISTS (SELECT 1 FROM participation.representative q WHERE q.service_user_id = p_person) THEN
        -- Frozen, a representative decides about rights still and reads nothing.
        RETURN QUERY
        SELECT CASE WHEN icy THEN 'rights' ELSE 'representative' END, 'representative', NULL::uuid, NULL::uuid, q.decides_rights, q.id, participation.reading(q.reads)
          FROM participation.representative q
         WHERE q.service_user_id = p_person AND q.account_id = p_account AND q.ended_at IS NULL AND q.starts_on <= today AND q.ends_on > today;
    END IF;
    IF placed OR icy OR closed THEN
        RETURN;
    END IF;
    RETURN QUERY
    SELECT 'emergency', 'practitioner', g.project_id, p.organisation_id, p.demonstration, g.id, participation.reading(g.tabs)
      FROM participation.emergency_access g JOIN participation.project p ON p.id = g.project_id
     WHERE g.service_user_id = p_person AND g.account_id = p_account AND g.expires_at > p_now AND g.justified IS NOT FALSE AND p.emergency_hours IS NOT NULL
       AND EXISTS (SELECT 1 FROM participation.role_assignment r
                    WHERE r.account_id = p_account AND r.project_id = g.project_id AND r.role = 'practitioner' AND r.until IS NULL)
       AND EXISTS (SELECT 1 FROM participation.enrolment e WHERE e.service_user_id = p_person AND e.project_id = g.project_id AND e.until IS NULL)
       AND NOT EXISTS (SELECT 1 FROM participation.circle_member m
                        WHERE m.service_user_id = p_person AND m.account_id = p_account AND m.until IS NULL AND m.state = 'active')
       AND NOT participation.kept_out(p_person, p_account, 'practitioner', g.project_id, p.organisation_id);
END $$;

-- A reading that was decided from an earlier standing is preceded by this, in the same batch: unless it is still that one, nothing after it runs.
CREATE FUNCTION participation.require_standing(p_account uuid, p_session uuid, p_now timestamptz, p_key uuid, p_fingerprint bytea)
RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF (SELECT sha256(convert_to(string_agg(s::text, ';'), 'UTF8')) FROM participation.standing(p_account, p_session, platform.current_person(), p_now, p_key, 0) s)
        IS DISTINCT FROM p_fingerprint THEN
        RAISE EXCEPTION 'What the access decision rests on is not so any more.' USING ERRCODE = 'BA001';
    END IF;
END $$;
REVOKE ALL ON FUNCTION participation.require_standing FROM PUBLIC;
GRANT EXECUTE ON FUNCTION participation.require_standing TO barometre_app, barometre_worker;

-- The head of a register is there but for its first entry: it is looked for before it is made.
CREATE OR REPLACE FUNCTION participation.enter_in_register(
    p_person uuid, p_at timestamptz, p_account uuid, p_organisation uuid, p_member uuid, p_ground text, p_tab text, p_writes boolean, p_use_case text)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    last participation.register_head;
    next_hash bytea;
BEGIN
    SELECT * INTO last FROM participation.register_head WHERE service_user_id = p_person FOR UPDATE;
    IF NOT FOUND THEN
        INSERT INTO participation.register_head VALUES (p_person, 0, ''::bytea) ON CONFLICT DO NOTHING;
        SELECT * INTO last FROM participation.register_head WHERE service_user_id = p_person FOR UPDATE;
    END IF;
    -- The same bytes as RegisterChain.Next in the application, which verifies them.
    next_hash := sha256(last.hash || convert_to(concat_ws('|', p_person, last.number + 1, to_char(p_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
        coalesce(p_account::text, ''), coalesce(p_organisation::text, ''), coalesce(p_member::text, ''), p_ground, coalesce(p_tab, ''), p_writes::text, p_use_case), 'UTF8'));
    INSERT INTO participation.register_entry
        VALUES (p_person, last.number + 1, p_at, p_account, p_organisation, p_member, p_ground, p_tab, p_writes, p_use_case, next_hash);
    UPDATE participation.register_head SET number = last.number + 1, hash = next_hash WHERE service_user_id = p_person;
    RETURN last.number + 1;
END $$;
