-- What an access decision rests on, asked with fewer questions and shaped once for what is read and what is confirmed: its rows are one value, whose text a decision remembers.
CREATE TYPE participation.standing_row AS (kind text, role text, project_id uuid, organisation_id uuid, flag boolean, member_id uuid, levels text[]);

-- How long what a practitioner notes together with the person counts as the person's, when they have an account of their own: as long as they said.
ALTER TABLE participation.circle_member ADD COLUMN together_until timestamptz NULL;
ALTER TABLE participation.circle_fact DROP CONSTRAINT circle_fact_kind_check;
ALTER TABLE participation.circle_fact ADD CHECK (kind IN
    ('invited', 'put_forward', 'joined', 'confirmed', 'declined', 'removed', 'left', 'role_ended', 'project_left', 'sharing_changed', 'together_allowed', 'together_ended'));

-- Somebody can be kept from some tabs only; from the whole record where none is named.
ALTER TABLE participation.restriction ADD COLUMN tabs text[] NULL;

-- What is left of a place's levels after what the person keeps its holder from; null when it is everything. Relatives are kept out one by one, by name.
CREATE FUNCTION participation.kept_from(p_person uuid, p_account uuid, p_role text, p_project uuid, p_organisation uuid, p_levels text[])
RETURNS text[] LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    hit text[];
BEGIN
    SELECT array_agg(coalesce(t.tab, 'all')) INTO hit FROM participation.restriction x LEFT JOIN LATERAL unnest(x.tabs) t (tab) ON true
     WHERE x.service_user_id = p_person AND x.until IS NULL
       AND (x.account_id = p_account OR (p_role <> 'relative' AND (x.role = p_role OR x.project_id = p_project OR x.organisation_id = p_organisation)));
    RETURN CASE WHEN hit IS NULL THEN p_levels
                WHEN 'all' = ANY (hit) THEN NULL
                ELSE ARRAY(SELECT CASE WHEN tab = ANY (hit) THEN 'none' ELSE p_levels[n] END
                             FROM unnest(ARRAY['quality_of_life', 'network', 'strengths', 'plan', 'coproduction', 'together']) WITH ORDINALITY t (tab, n)
                            WHERE n <= cardinality(p_levels) ORDER BY n) END;
END $$;

CREATE FUNCTION participation.standing_of(p_account uuid, p_session uuid, p_person uuid, p_now timestamptz, p_key uuid)
RETURNS participation.standing_row[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    standing participation.standing_row[] := '{}';
    by_key constant boolean := p_key <> '00000000-0000-0000-0000-000000000000';
    strong boolean;
    there boolean;
    owner uuid;
    closed boolean;
    icy boolean;
    guarded boolean;
    represented boolean;
    short boolean;
    places participation.standing_row[];
    relative uuid;
    levels text[];
    placed boolean := false;
    today date;
BEGIN
    -- Whoever signed in and the record, in one question: most who ask are the person.
    IF by_key THEN
        SELECT ARRAY[ROW('key', NULL, k.project_id, NULL, true, NULL, k.scopes)::participation.standing_row] INTO standing
          FROM participation.integrator_key k WHERE k.id = p_key AND k.account_id = p_account AND k.revoked_at IS NULL AND k.expires_at > p_now;
        SELECT true, u.account_id, u.care_closed, u.frozen INTO there, owner, closed, icy FROM participation.service_user u WHERE u.service_user_id = p_person;
    ELSE
        SELECT s.strong, u.service_user_id IS NOT NULL, u.account_id, u.care_closed, u.frozen INTO strong, there, owner, closed, icy
          FROM participation.account_session s LEFT JOIN participation.service_user u ON u.service_user_id = p_person
         WHERE s.id = p_session AND s.account_id = p_account AND s.ended_at IS NULL AND s.expires_at > p_now;
        standing := ARRAY[ROW('session', NULL, NULL, NULL, strong, NULL, NULL)::participation.standing_row];
    END IF;
    -- Nobody who is signed in asks.
    IF standing IS NULL OR (strong IS NULL AND NOT by_key) THEN
        RETURN '{}';
    END IF;
    IF owner = p_account THEN
        RETURN standing || ROW('self', NULL, NULL, NULL, false, NULL, NULL)::participation.standing_row;
    END IF;
    IF p_person IS NULL THEN
        IF EXISTS (SELECT 1 FROM participation.account a WHERE a.id = p_account AND a.password_hash IS NOT NULL AND NOT a.long_password) THEN
            standing := standing || ROW('short', NULL, NULL, NULL, true, NULL, NULL)::participation.standing_row;
        END IF;
        RETURN standing || ARRAY(SELECT ROW('role', r.role, r.project_id, NULL, coalesce(p.demonstration, false), NULL, NULL)::participation.standing_row
                       FROM participation.role_assignment r LEFT JOIN participation.project p ON p.id = r.project_id
                      WHERE r.account_id = p_account AND r.until IS NULL);
    END IF;
    IF there IS NOT TRUE THEN
        RETURN standing;
    END IF;
    IF owner IS NULL THEN
        standing := standing || ROW('unclaimed', NULL, NULL, NULL, false, NULL, NULL)::participation.standing_row;
    END IF;
    -- Seldom so: what follows from it is asked only then.
    SELECT EXISTS (SELECT 1 FROM participation.restriction x WHERE x.service_user_id = p_person AND x.until IS NULL),
           EXISTS (SELECT 1 FROM participation.representative q WHERE q.service_user_id = p_person),
           EXISTS (SELECT 1 FROM participation.account a WHERE a.id = p_account AND a.password_hash IS NOT NULL AND NOT a.long_password) INTO guarded, represented, short;
    IF short THEN
        standing := standing || ROW('short', NULL, NULL, NULL, true, NULL, NULL)::participation.standing_row;
    END IF;
    IF NOT icy THEN
        -- Whoever acts in a project's name has a place as long as they have their role there and the person is there; another system, when the person let it in. Closed, a record without
        -- an account keeps one door: the practitioner beside whom the person may say yes again.
        SELECT array_agg(ROW(CASE WHEN closed THEN 'beside' ELSE 'member' END, m.role, m.project_id, p.organisation_id, p.demonstration, m.id,
                   CASE WHEN guarded THEN participation.kept_from(p_person, p_account, m.role, m.project_id, p.organisation_id, l.levels) ELSE l.levels END)::participation.standing_row)
          INTO places
          FROM participation.circle_member m
          JOIN participation.role_assignment r ON r.account_id = p_account AND r.project_id = m.project_id AND r.role = m.role AND r.until IS NULL
          JOIN participation.project p ON p.id = r.project_id
          JOIN participation.enrolment e ON e.service_user_id = p_person AND e.project_id = r.project_id AND e.until IS NULL
         CROSS JOIN LATERAL (SELECT ARRAY[m.quality_of_life, m.network, m.strengths, m.plan, m.coproduction,
                   CASE WHEN m.role = 'practitioner' AND (owner IS NULL OR m.together_until > p_now) THEN 'together' ELSE 'apart' END]::text[]) l (levels)
         WHERE m.service_user_id = p_person AND m.account_id = p_account AND m.until IS NULL AND m.state = 'active'
           AND CASE WHEN closed THEN owner IS NULL AND m.role = 'practitioner' ELSE m.role <> 'integrator' OR (m.confirmed_at IS NOT NULL AND NOT participation.refused(p_person, p_account)) END
           AND (NOT guarded OR participation.kept_from(p_person, p_account, m.role, m.project_id, p.organisation_id, l.levels) IS NOT NULL);
        placed := places IS NOT NULL;
        standing := standing || places;
        IF NOT closed THEN
            SELECT m.id, ARRAY[m.quality_of_life, m.network, m.strengths, m.plan, m.coproduction, 'apart']::text[] INTO relative, levels
              FROM participation.circle_member m WHERE m.service_user_id = p_person AND m.account_id = p_account AND m.until IS NULL AND m.state = 'active' AND m.role = 'relative';
            IF relative IS NOT NULL AND guarded THEN
                levels := participation.kept_from(p_person, p_account, 'relative', NULL, NULL, levels);
            END IF;
            IF relative IS NOT NULL AND levels IS NOT NULL THEN
                placed := true;
                standing := standing || ROW('member', 'relative', NULL, NULL, false, relative, levels)::participation.standing_row;
            END IF;
        END IF;
    END IF;
    IF represented THEN
        today := (p_now AT TIME ZONE 'UTC')::date;
        -- Closed or frozen, a representative decides about rights still and reads nothing. Whoever works where the person is accompanied represents nobody there, whichever came first.
        standing := standing || ARRAY(
            SELECT ROW(CASE WHEN icy OR closed THEN 'rights' ELSE 'representative' END, 'representative', NULL, NULL, q.decides_rights, q.id, participation.reading(q.reads))::participation.standing_row
              FROM participation.representative q
             WHERE q.service_user_id = p_person AND q.account_id = p_account AND q.ended_at IS NULL AND q.starts_on <= today AND q.ends_on > today
               AND NOT EXISTS (SELECT 1 FROM participation.role_assignment r JOIN participation.enrolment e ON e.service_user_id = p_person AND e.project_id = r.project_id AND e.until IS NULL
                                WHERE r.account_id = p_account AND r.until IS NULL));
    END IF;
    -- Whoever has a place opens nothing in an emergency.
    IF placed OR icy OR closed THEN
        RETURN standing;
    END IF;
    RETURN standing || ARRAY(
        SELECT ROW('emergency', 'practitioner', g.project_id, p.organisation_id, p.demonstration, g.id,
                   participation.kept_from(p_person, p_account, 'practitioner', g.project_id, p.organisation_id, participation.reading(g.tabs)))::participation.standing_row
          FROM participation.emergency_access g JOIN participation.project p ON p.id = g.project_id
         WHERE g.service_user_id = p_person AND g.account_id = p_account AND g.expires_at > p_now AND g.justified IS NOT FALSE AND p.emergency_hours IS NOT NULL
           AND EXISTS (SELECT 1 FROM participation.role_assignment r
                        WHERE r.account_id = p_account AND r.project_id = g.project_id AND r.role = 'practitioner' AND r.until IS NULL)
           AND EXISTS (SELECT 1 FROM participation.enrolment e WHERE e.service_user_id = p_person AND e.project_id = g.project_id AND e.until IS NULL)
           AND NOT EXISTS (SELECT 1 FROM participation.circle_member m
                            WHERE m.service_user_id = p_person AND m.account_id = p_account AND m.until IS NULL AND m.state = 'active')
           AND participation.kept_from(p_person, p_account, 'practitioner', g.project_id, p.organisation_id, participation.reading(g.tabs)) IS NOT NULL);
END $$;

-- The same while the record is held for a command: what is read after the lock is what is so after it.
CREATE FUNCTION participation.standing_held(p_account uuid, p_session uuid, p_person uuid, p_now timestamptz, p_key uuid, p_hold integer)
RETURNS participation.standing_row[] LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF p_hold = 1 THEN
        PERFORM pg_advisory_xact_lock_shared(hashtextextended(p_person::text, 5517042));
    ELSIF p_hold = 2 THEN
        PERFORM pg_advisory_xact_lock(hashtextextended(p_person::text, 5517042));
    END IF;
    RETURN participation.standing_of(p_account, p_session, p_person, p_now, p_key);
END $$;

-- A reading that was decided from an earlier standing is announced with this: unless it is still that one, nothing after it runs.
CREATE FUNCTION participation.require_standing(p_account uuid, p_session uuid, p_person uuid, p_now timestamptz, p_key uuid, p_fingerprint bytea)
RETURNS void LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF sha256(convert_to(participation.standing_of(p_account, p_session, p_person, p_now, p_key)::text, 'UTF8')) IS DISTINCT FROM p_fingerprint THEN
        RAISE EXCEPTION 'What the access decision rests on is not so any more.' USING ERRCODE = 'BA001';
    END IF;
END $$;

-- Nodes of before ask by these while an installation is renewed.
CREATE OR REPLACE FUNCTION participation.standing(p_account uuid, p_session uuid, p_person uuid, p_now timestamptz, p_key uuid, p_hold integer)
RETURNS TABLE (kind text, role text, project_id uuid, organisation_id uuid, flag boolean, member_id uuid, levels text[])
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 5 AS $$
    SELECT s.kind, s.role, s.project_id, s.organisation_id, s.flag, s.member_id, s.levels FROM unnest(participation.standing_held(p_account, p_session, p_person, p_now, p_key, p_hold)) s
$$;
DROP FUNCTION participation.kept_out;

GRANT CREATE ON SCHEMA participation TO barometre_gate;
ALTER FUNCTION participation.standing_of OWNER TO barometre_gate;
REVOKE CREATE ON SCHEMA participation FROM barometre_gate;
REVOKE ALL ON FUNCTION participation.kept_from, participation.standing_of, participation.standing_held,
    participation.require_standing(uuid, uuid, uuid, timestamptz, uuid, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION participation.kept_from, participation.standing_held TO barometre_gate;
GRANT EXECUTE ON FUNCTION participation.standing_of, participation.standing_held, participation.require_standing(uuid, uuid, uuid, timestamptz, uuid, bytea) TO barometre_app, barometre_worker;
