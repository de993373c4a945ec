-- What an access decision rests on, as in 0014, asked with one question by the person and with two by whoever has a place: what is seldom so is asked only then.

-- Whether the person ever kept somebody out: until then nobody looks for whom. Set with the first row of it, by whoever writes that, and never taken back: it only says where to look.
ALTER TABLE participation.service_user ADD COLUMN ever_restricted boolean NOT NULL DEFAULT false;
ALTER TABLE participation.restriction ADD FOREIGN KEY (service_user_id) REFERENCES participation.service_user;
-- The owner, for once, sees every row: it may have no right to look past the walls.
ALTER TABLE participation.service_user NO FORCE ROW LEVEL SECURITY;
ALTER TABLE participation.restriction NO FORCE ROW LEVEL SECURITY;
UPDATE participation.service_user u SET ever_restricted = true WHERE EXISTS (SELECT 1 FROM participation.restriction x WHERE x.service_user_id = u.service_user_id);
ALTER TABLE participation.service_user FORCE ROW LEVEL SECURITY;
ALTER TABLE participation.restriction FORCE ROW LEVEL SECURITY;

CREATE FUNCTION participation.note_restriction() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE participation.service_user SET ever_restricted = true WHERE service_user_id = NEW.service_user_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'A restriction must be seen to be one of the record it is written in.';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER noted AFTER INSERT ON participation.restriction FOR EACH ROW EXECUTE FUNCTION participation.note_restriction();
REVOKE ALL ON FUNCTION participation.note_restriction FROM PUBLIC;
-- Whoever takes a record in writes its restrictions too.
GRANT UPDATE (ever_restricted) ON participation.service_user TO barometre_rights;

-- By index alone: a plan that scanned a table because it was empty when it was made would be kept while the table grows.
CREATE OR REPLACE FUNCTION participation.standing_of(p_account uuid, p_session uuid, p_person uuid, p_now timestamptz, p_key uuid)
RETURNS participation.standing_row[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off AS $$
DECLARE
    standing participation.standing_row[];
    there boolean;
    owner uuid;
    closed boolean;
    icy boolean;
    restricted boolean;
    works boolean;
    places participation.standing_row[];
    today date;
BEGIN
    -- Whoever signed in and the record. Whose session or key it is decides what is said, not where to look: by account, every session they ever had would be read.
    IF p_key <> '00000000-0000-0000-0000-000000000000' THEN
        SELECT CASE WHEN k.account_id = p_account THEN ARRAY[ROW('key', NULL, k.project_id, NULL, true, NULL, k.scopes)::participation.standing_row] END,
               u.service_user_id IS NOT NULL, u.account_id, u.care_closed, u.frozen, u.ever_restricted INTO standing, there, owner, closed, icy, restricted
          FROM participation.integrator_key k LEFT JOIN participation.service_user u ON u.service_user_id = p_person
         WHERE k.id = p_key AND k.revoked_at IS NULL AND k.expires_at > p_now;
    ELSE
        SELECT CASE WHEN s.account_id = p_account THEN ARRAY[ROW('session', NULL, NULL, NULL, s.strong, NULL, NULL)::participation.standing_row]
                   || CASE WHEN u.account_id = p_account THEN ARRAY[ROW('self', NULL, NULL, NULL, false, NULL, NULL)::participation.standing_row] END END,
               u.service_user_id IS NOT NULL, u.account_id, u.care_closed, u.frozen, u.ever_restricted INTO standing, there, owner, closed, icy, restricted
          FROM participation.account_session s LEFT JOIN participation.service_user u ON u.service_user_id = p_person
         WHERE s.id = p_session AND s.ended_at IS NULL AND s.expires_at > p_now;
    END IF;
    -- Nobody who is signed in asks, the person does, or there is no such record.
    IF standing IS NULL OR owner = p_account OR (NOT there AND p_person IS NOT NULL) THEN
        RETURN coalesce(standing, '{}');
    END IF;
    IF p_person IS NULL THEN
        IF EXISTS (SELECT 1 FROM participation.account a WHERE a.id = p_account AND a.password_hash IS NOT NULL AND NOT a.long_password) THEN
            standing := standing || ROW('short', NULL, NULL, NULL, true, NULL, NULL)::participation.standing_row;
        END IF;
        RETURN standing || ARRAY(SELECT ROW('role', r.role, r.project_id, NULL, coalesce(p.demonstration, false), NULL, NULL)::participation.standing_row
                       FROM participation.role_assignment r LEFT JOIN participation.project p ON p.id = r.project_id
                      WHERE r.account_id = p_account AND r.until IS NULL);
    END IF;
    -- Whoever acts in a project's name has a place as long as they have their role there and the person is there; another system, when the person let it in. Closed, a record without an
    -- account keeps one door: the practitioner beside whom the person may say yes again.
    SELECT standing || CASE WHEN owner IS NULL THEN ARRAY[ROW('unclaimed', NULL, NULL, NULL, false, NULL, NULL)::participation.standing_row] END
               || CASE WHEN EXISTS (SELECT 1 FROM participation.account a WHERE a.id = p_account AND a.password_hash IS NOT NULL AND NOT a.long_password)
                       THEN ARRAY[ROW('short', NULL, NULL, NULL, true, NULL, NULL)::participation.standing_row] END,
           ARRAY(SELECT ROW(CASE WHEN closed THEN 'beside' ELSE 'member' END, m.role, p.id, p.organisation_id, coalesce(p.demonstration, false), m.id,
                     ARRAY[m.quality_of_life, m.network, m.strengths, m.plan, m.coproduction,
                           CASE WHEN m.role = 'practitioner' AND (owner IS NULL OR m.together_until > p_now) THEN 'together' ELSE 'apart' END])::participation.standing_row
                   FROM participation.circle_member m
                   LEFT JOIN participation.role_assignment r ON r.account_id = p_account AND r.project_id = m.project_id AND r.role = m.role AND r.until IS NULL
                   LEFT JOIN participation.enrolment e ON e.service_user_id = p_person AND e.project_id = r.project_id AND e.until IS NULL
                   LEFT JOIN participation.project p ON p.id = e.project_id
                  WHERE m.service_user_id = p_person AND m.account_id = p_account AND m.until IS NULL AND m.state = 'active' AND NOT icy AND (m.role = 'relative' OR p.id IS NOT NULL)
                    AND CASE WHEN closed THEN owner IS NULL AND m.role = 'practitioner'
                             ELSE m.role <> 'integrator' OR (m.confirmed_at IS NOT NULL AND NOT participation.refused(p_person, p_account)) END)
      INTO standing, places;
    IF NOT restricted AND (places[1]).role <> 'relative' THEN
        RETURN standing || places;
    END IF;
    -- Seldom: somebody was kept out, or it is nobody who works where the person is accompanied.
    works := (places[1]).role <> 'relative';
    IF restricted THEN
        places := ARRAY(
            SELECT ROW(h.kind, h.role, h.project_id, h.organisation_id, h.flag, h.member_id, k.levels)::participation.standing_row
              FROM unnest(places) h CROSS JOIN LATERAL (SELECT participation.kept_from(p_person, p_account, h.role, h.project_id, h.organisation_id, h.levels)) k (levels)
             WHERE k.levels IS NOT NULL);
    END IF;
    standing := standing || places;
    IF works IS NOT TRUE THEN
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
    IF places <> '{}' OR icy OR closed THEN
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

-- As in 0014, by what was said itself: hashing it cost more than comparing it. The one of before stays for nodes of before, while an installation is renewed.
CREATE FUNCTION participation.require_standing(p_account uuid, p_session uuid, p_person uuid, p_now timestamptz, p_key uuid, p_said text)
RETURNS void LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF participation.standing_of(p_account, p_session, p_person, p_now, p_key)::text IS DISTINCT FROM p_said THEN
        RAISE EXCEPTION 'What the access decision rests on is not so any more.' USING ERRCODE = 'BA001';
    END IF;
END $$;
REVOKE ALL ON FUNCTION participation.require_standing(uuid, uuid, uuid, timestamptz, uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION participation.require_standing(uuid, uuid, uuid, timestamptz, uuid, text) TO barometre_app, barometre_worker;
