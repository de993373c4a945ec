-- Answers already given to repeatable requests (Idempotency-Key), for a day.
--
-- A row holds what one caller was answered, so it is as personal as the record it came from. It is not keyed to a person, since a request may be
-- about no record or make one, but to the secret that the caller holds: key_hash = sha256(who asks | the client's key). Three walls follow:
--   * the answer is sealed with the Data Protection key ring, which no database holds in the open; the hash of the request is inside the seal, so that
--     short answers ("yes", a rating) cannot be guessed from a stolen table by hashing;
--   * the app sees the one row whose key_hash it names (barometre.request) and, of those, only its own account's: no list of them can be read;
--   * the worker sees only rows whose day is over, to delete them. Nobody else sees any.

CREATE TABLE platform.idempotency (
    key_hash bytea PRIMARY KEY CHECK (length(key_hash) = 32),
    account_id uuid NULL,
    answer_sealed bytea NOT NULL,
    kept_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
-- Pruning goes by age.
CREATE INDEX idempotency_expires ON platform.idempotency (expires_at);

ALTER TABLE platform.idempotency ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.idempotency FORCE ROW LEVEL SECURITY;
CREATE POLICY holder ON platform.idempotency TO barometre_app
    USING (key_hash = decode(NULLIF(current_setting('barometre.request', true), ''), 'hex') AND account_id IS NOT DISTINCT FROM platform.current_account());
CREATE POLICY over ON platform.idempotency TO barometre_worker USING (expires_at <= now());
GRANT SELECT, INSERT, DELETE ON platform.idempotency TO barometre_app;
GRANT SELECT, DELETE ON platform.idempotency TO barometre_worker;

-- Takes a key for this transaction: false when another transaction has it; otherwise true and the answer given before, if any.
-- Each statement of a volatile function sees what was committed before it began: the row is looked for after the lock is held.
CREATE FUNCTION platform.take_answer(p_key_hash bytea, p_now timestamptz, OUT taken boolean, OUT answer bytea) LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('barometre.request', encode(p_key_hash, 'hex'), true);
    taken := pg_try_advisory_xact_lock(('x' || encode(substr(p_key_hash, 1, 8), 'hex'))::bit(64)::bigint);
    IF taken THEN
        DELETE FROM platform.idempotency WHERE key_hash = p_key_hash AND expires_at <= p_now;
        SELECT i.answer_sealed INTO answer FROM platform.idempotency i WHERE i.key_hash = p_key_hash;
    END IF;
END $$;

-- Readiness compares what is applied with what the host embeds.
GRANT SELECT ON platform.migration TO barometre_app, barometre_worker;
