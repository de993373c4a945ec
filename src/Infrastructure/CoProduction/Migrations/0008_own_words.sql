-- Whoever said something finds it before any record is open, to take it back, whatever place they have in that record now. Nobody else's words, and nothing more once one is open.
CREATE POLICY own_words ON coproduction.message_fact FOR SELECT TO barometre_app USING (platform.current_person() IS NULL AND author_id = platform.current_account());
