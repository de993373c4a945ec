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

-- Sign-in. A stolen database shows no account's name: it is found by a keyed hash and read back through the key ring, like an authenticator's secret.
ALTER TABLE participation.account
    ADD name_hash bytea NULL UNIQUE,
    ADD name_sealed bytea NULL,
    ADD password_hash varchar(200) NULL,
    -- True when the password in force was accepted at the length that roles other than service user and relative ask for.
    ADD long_password boolean NOT NULL DEFAULT false,
    ADD authenticator_key_sealed bytea NULL,
    ADD authenticator_since timestamptz NULL,
    -- The time step of the last code taken: a code works once.
    ADD authenticator_step bigint NOT NULL DEFAULT 0,
    ADD created_at timestamptz NOT NULL DEFAULT now();

ALTER TABLE participation.account_session ADD mode varchar(10) NOT NULL DEFAULT 'token' CHECK (mode IN ('cookie', 'token'));

-- Each refresh token works once; the hash of a used one is kept, so that using it again ends the session.
CREATE TABLE participation.refresh_token (
    hash bytea PRIMARY KEY,
    session_id uuid NOT NULL REFERENCES participation.account_session,
    issued_at timestamptz NOT NULL,
    used_at timestamptz NULL
);

CREATE TABLE participation.recovery_code (
    account_id uuid NOT NULL REFERENCES participation.account,
    hash bytea NOT NULL,
    used_at timestamptz NULL,
    PRIMARY KEY (account_id, hash)
);

CREATE TABLE participation.passkey (
    credential_id bytea PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES participation.account,
    name varchar(100) NOT NULL,
    public_key bytea NOT NULL,
    sign_count bigint NOT NULL,
    transports text[] NOT NULL,
    user_verified boolean NOT NULL,
    backup_eligible boolean NOT NULL,
    backed_up boolean NOT NULL,
    attestation_object bytea NOT NULL,
    client_data_json bytea NOT NULL,
    created_at timestamptz NOT NULL
);
CREATE INDEX passkey_account ON participation.passkey (account_id);

-- A passkey's challenge works once.
CREATE TABLE participation.used_challenge (
    hash bytea PRIMARY KEY,
    expires_at timestamptz NOT NULL
);

-- Devices and addresses from which an account signed in, as keyed hashes: a stranger's guesses do not slow them down.
CREATE TABLE participation.known_device (
    hash bytea PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES participation.account,
    address_hash bytea NOT NULL,
    last_used_at timestamptz NOT NULL
);
CREATE INDEX known_device_account ON participation.known_device (account_id);

-- Attempts, counted by all nodes together: each adds one to its buckets, which leak with time. The keys are keyed hashes.
CREATE TABLE participation.attempt_bucket (
    key bytea PRIMARY KEY,
    level double precision NOT NULL,
    leak_per_second double precision NOT NULL,
    at timestamptz NOT NULL
);

-- Keys of integrators. An integrator is an account without a password, with the role in a project; only a hash of 256 random bits is kept.
CREATE TABLE participation.integrator_key (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES participation.account,
    project_id uuid NOT NULL REFERENCES participation.project,
    hash bytea NOT NULL UNIQUE,
    scopes text[] NOT NULL,
    made_by uuid NOT NULL,
    made_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz NULL,
    version integer NOT NULL
);
CREATE INDEX integrator_key_project ON participation.integrator_key (project_id);

GRANT SELECT, INSERT, UPDATE ON participation.refresh_token, participation.integrator_key TO barometre_app, barometre_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON participation.recovery_code, participation.passkey, participation.used_challenge, participation.known_device,
    participation.attempt_bucket TO barometre_app, barometre_worker;
