-- Who withdrew is told to whoever received data, and to nobody else: a researcher reads of statistics of a project of theirs, of studies in it, and of themes that such studies touch.
-- By what is said of a study today: one that is no longer done in a project is no longer that project's researchers' to follow.
DROP POLICY research ON participation.tombstone;
CREATE POLICY research ON participation.tombstone FOR SELECT TO barometre_app USING (kind <> 'integrator' AND EXISTS (
    SELECT 1 FROM participation.role_assignment r WHERE r.account_id = platform.current_account() AND r.role = 'researcher' AND r.until IS NULL
       AND CASE tombstone.kind
           WHEN 'project_statistics' THEN tombstone.subject = r.project_id::text
           ELSE EXISTS (SELECT 1 FROM participation.research_study s WHERE r.project_id = ANY (s.project_ids)
                           AND (tombstone.kind = 'research_study' AND tombstone.subject = s.id::text OR tombstone.kind = 'research_theme' AND tombstone.subject = ANY (s.themes)))
           END));
