-- That the person says, from their own account, that somebody does not represent them; in force until they take it back.
CREATE TABLE participation.representation_contest (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    -- No reference: of a record that came from elsewhere, who represented the person there is carried along beside it, and represents nobody here.
    representative_id uuid NOT NULL,
    since timestamptz NOT NULL,
    until timestamptz NULL,
    version integer NOT NULL,
    PRIMARY KEY (service_user_id, id)
);
-- Contested once at a time.
CREATE UNIQUE INDEX representation_contest_once ON participation.representation_contest (service_user_id, representative_id) WHERE until IS NULL;
CALL platform.wall('participation.representation_contest');
GRANT SELECT, INSERT, UPDATE (until, version) ON participation.representation_contest TO barometre_app, barometre_worker;

-- A coordinator's list starts from the project.
CREATE INDEX representative_project ON participation.representative (project_id);
CREATE POLICY coordinated ON participation.representative FOR SELECT TO barometre_app USING (project_id IN (
    SELECT r.project_id FROM participation.role_assignment r WHERE r.account_id = platform.current_account() AND r.role = 'coordinator' AND r.until IS NULL));
-- Whoever sees a representation (who represents, who coordinates where it was recorded) sees that it is contested.
CREATE POLICY seen ON participation.representation_contest FOR SELECT TO barometre_app USING (EXISTS (
    SELECT 1 FROM participation.representative q
     WHERE q.service_user_id = representation_contest.service_user_id AND q.id = representation_contest.representative_id));
