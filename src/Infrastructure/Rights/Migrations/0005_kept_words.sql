-- What somebody said in the dialogue of a record that was erased: theirs, for them alone. Nothing of the record, and no time but the day: no row tells of which other row it was a neighbour.
CREATE TABLE rights.kept_words (
    account_id uuid NOT NULL,
    id uuid NOT NULL,
    said_on date NOT NULL,
    words_sealed bytea NOT NULL,
    PRIMARY KEY (account_id, id)
);
-- An account's own list, the latest day first, page by page.
CREATE INDEX kept_words_said ON rights.kept_words (account_id, said_on DESC, id DESC);

-- Walled by the account. The worker adds, and can read nothing back.
ALTER TABLE rights.kept_words ENABLE ROW LEVEL SECURITY;
ALTER TABLE rights.kept_words FORCE ROW LEVEL SECURITY;
CREATE POLICY mine ON rights.kept_words TO barometre_app USING (account_id = platform.current_account());
CREATE POLICY adds ON rights.kept_words FOR INSERT TO barometre_worker WITH CHECK (true);
GRANT SELECT, DELETE ON rights.kept_words TO barometre_app;
GRANT INSERT ON rights.kept_words TO barometre_worker;

-- How many were given back, for the certificate.
ALTER TABLE rights.erasure ADD given_back integer NOT NULL DEFAULT 0;
GRANT UPDATE (given_back) ON rights.erasure TO barometre_worker;
