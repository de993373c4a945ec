-- Reminders. What an account chose, its address, and its mails are the account's, of no record; a reminder is about a record and says ids and a day, no words.
CREATE TABLE accomplishment_plan.reminder_choices (
    account_id uuid PRIMARY KEY,
    kinds text[] NOT NULL,
    days_before smallint NOT NULL CHECK (days_before BETWEEN 0 AND 30),
    at time NOT NULL,
    time_zone varchar(60) NOT NULL,
    quiet_from time NULL,
    quiet_until time NULL,
    by_mail boolean NOT NULL,
    next_at timestamptz NULL,
    version integer NOT NULL,
    CHECK ((quiet_from IS NULL) = (quiet_until IS NULL))
);
-- Each minute: whose moment has come. Most have none, or hours to go.
CREATE INDEX reminder_choices_next ON accomplishment_plan.reminder_choices (next_at) WHERE next_at IS NOT NULL;

CREATE TABLE accomplishment_plan.reminder_address (
    account_id uuid PRIMARY KEY,
    address_sealed bytea NOT NULL,
    confirmed_at timestamptz NULL,
    code_sealed bytea NULL,
    code_made_at timestamptz NOT NULL,
    codes smallint NOT NULL,
    wrong_codes smallint NOT NULL,
    version integer NOT NULL
);

CREATE TABLE accomplishment_plan.reminder_mail (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL,
    made_at timestamptz NOT NULL,
    done_at timestamptz NULL
);

CREATE TABLE accomplishment_plan.reminder (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    kind varchar(20) NOT NULL CHECK (kind IN ('due_soon', 'late', 'today', 'review_near', 'asked', 'accepted')),
    subject_id uuid NOT NULL,
    goal_id uuid NULL,
    day date NOT NULL,
    made_at timestamptz NOT NULL,
    read_at timestamptz NULL,
    withdrawn_at timestamptz NULL,
    mail_at timestamptz NULL,
    mail_id uuid NULL,
    PRIMARY KEY (service_user_id, id)
);
-- Of the same thing and day there is one, whoever makes it, however often.
CREATE UNIQUE INDEX reminder_once ON accomplishment_plan.reminder (service_user_id, account_id, kind, subject_id, day);
-- An account's inbox, newest first.
CREATE INDEX reminder_inbox ON accomplishment_plan.reminder (account_id, made_at, id) WHERE withdrawn_at IS NULL;
-- What a mail has still to be made for.
CREATE INDEX reminder_to_mail ON accomplishment_plan.reminder (mail_at) WHERE mail_at IS NOT NULL AND mail_id IS NULL AND withdrawn_at IS NULL AND read_at IS NULL;
-- What one mail says is waiting.
CREATE INDEX reminder_of_mail ON accomplishment_plan.reminder (mail_id) WHERE mail_id IS NOT NULL;

CALL platform.wall('accomplishment_plan.reminder');
-- An account's own, across the people they are about.
CREATE POLICY mine ON accomplishment_plan.reminder FOR SELECT TO barometre_app USING (account_id = platform.current_account());
CREATE POLICY mine_read ON accomplishment_plan.reminder FOR UPDATE TO barometre_app USING (account_id = platform.current_account());

-- What is the account's own is walled by the account; the worker serves all of them.
ALTER TABLE accomplishment_plan.reminder_choices ENABLE ROW LEVEL SECURITY;
ALTER TABLE accomplishment_plan.reminder_choices FORCE ROW LEVEL SECURITY;
CREATE POLICY mine ON accomplishment_plan.reminder_choices TO barometre_app USING (account_id = platform.current_account());
CREATE POLICY worker ON accomplishment_plan.reminder_choices TO barometre_worker USING (true);
ALTER TABLE accomplishment_plan.reminder_address ENABLE ROW LEVEL SECURITY;
ALTER TABLE accomplishment_plan.reminder_address FORCE ROW LEVEL SECURITY;
CREATE POLICY mine ON accomplishment_plan.reminder_address TO barometre_app USING (account_id = platform.current_account());
CREATE POLICY worker ON accomplishment_plan.reminder_address TO barometre_worker USING (true);

GRANT SELECT ON accomplishment_plan.reminder TO barometre_app, barometre_worker;
GRANT UPDATE (read_at) ON accomplishment_plan.reminder TO barometre_app;
GRANT INSERT, UPDATE (withdrawn_at, mail_id) ON accomplishment_plan.reminder TO barometre_worker;
GRANT SELECT, INSERT, UPDATE ON accomplishment_plan.reminder_choices, accomplishment_plan.reminder_address TO barometre_app;
GRANT SELECT, UPDATE ON accomplishment_plan.reminder_choices TO barometre_worker;
GRANT SELECT ON accomplishment_plan.reminder_address TO barometre_worker;
GRANT SELECT, INSERT, UPDATE (done_at) ON accomplishment_plan.reminder_mail TO barometre_worker;
