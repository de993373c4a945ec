-- Codes that a person types once, about a record: to claim it, to come back in, to take a place in its circle. Only their keyed hash is kept.
CREATE TABLE participation.one_time_code (
    service_user_id uuid NOT NULL REFERENCES participation.service_user,
    id uuid NOT NULL,
    purpose varchar(20) NOT NULL CHECK (purpose IN ('claim', 'recovery', 'invitation')),
    code_hash varchar(64) NOT NULL,
    member_id uuid NULL,
    issued_by uuid NOT NULL,
    issued_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz NULL,
    PRIMARY KEY (service_user_id, id)
);
-- A code is looked up by its hash, before anybody knows whose record it is about.
CREATE INDEX one_time_code_hash ON participation.one_time_code (code_hash);
CALL platform.wall('participation.one_time_code');
CREATE POLICY held ON participation.one_time_code FOR SELECT TO barometre_app USING (code_hash = platform.current_code());
GRANT SELECT, INSERT, UPDATE ON participation.one_time_code TO barometre_app, barometre_worker;
