-- A coordinator's list of what was opened in an emergency leaves out the words of a record that is frozen: of those in that list, it sees that they are.
CREATE POLICY reviewed ON participation.freeze FOR SELECT TO barometre_app USING (until IS NULL AND EXISTS (
    SELECT 1 FROM participation.emergency_access e WHERE e.service_user_id = "freeze".service_user_id));
