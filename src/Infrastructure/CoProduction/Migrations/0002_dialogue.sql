-- One conversation for each thing of the record, named by its kind and its theme's code or its own id.
CREATE TABLE coproduction.conversation (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    kind varchar(20) NOT NULL CHECK (kind IN ('theme', 'rating', 'star', 'tie', 'strength', 'goal', 'action', 'follow_up')),
    theme varchar(100) NULL,
    thing_id uuid NULL,
    about_theme varchar(100) NULL,
    last_number integer NOT NULL,
    last_arrived_at timestamptz NOT NULL,
    version integer NOT NULL,
    PRIMARY KEY (service_user_id, id)
);
-- A thing has one conversation, whatever devices begin it at the same time.
CREATE UNIQUE INDEX conversation_thing ON coproduction.conversation (service_user_id, kind, theme, thing_id) NULLS NOT DISTINCT;
-- The list of a record's conversations, the one in which something arrived last first, page by page.
CREATE INDEX conversation_latest ON coproduction.conversation (service_user_id, last_arrived_at DESC, id DESC);

-- What was said, edited and taken back: facts. Only one thing ever changes: a message that is withdrawn loses the words of every version.
CREATE TABLE coproduction.message_fact (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    message_id uuid NOT NULL,
    number integer NOT NULL,
    kind varchar(20) NOT NULL CHECK (kind IN ('said', 'edited', 'withdrawn')),
    words_sealed bytea NULL,
    author_id uuid NOT NULL,
    perspective varchar(20) NOT NULL CHECK (perspective IN ('service_user', 'practitioner', 'relative')),
    setting varchar(10) NOT NULL CHECK (setting IN ('alone', 'joint')),
    present_member_id uuid NULL,
    at timestamptz NOT NULL CHECK (at >= '2000-01-01Z'),
    device_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (service_user_id, id),
    FOREIGN KEY (service_user_id, conversation_id) REFERENCES coproduction.conversation,
    CHECK (kind <> 'withdrawn' OR words_sealed IS NULL)
);
-- The order of arrival, without a gap: what a read mark counts by.
CREATE UNIQUE INDEX message_fact_number ON coproduction.message_fact (service_user_id, conversation_id, number);
-- A conversation, newest first, page by page.
CREATE INDEX message_fact_said ON coproduction.message_fact (service_user_id, conversation_id, at DESC, number DESC) WHERE kind = 'said';
-- All that became of one message.
CREATE INDEX message_fact_message ON coproduction.message_fact (service_user_id, message_id);

-- Up to which arrival each reader has read a conversation.
CREATE TABLE coproduction.read_mark (
    service_user_id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    account_id uuid NOT NULL,
    through integer NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (service_user_id, conversation_id, account_id),
    FOREIGN KEY (service_user_id, conversation_id) REFERENCES coproduction.conversation
);

-- “Let’s talk about it”: facts.
CREATE TABLE coproduction.mark_fact (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    kind varchar(20) NOT NULL CHECK (kind IN ('theme', 'rating', 'star', 'tie', 'strength', 'goal', 'action', 'follow_up')),
    theme varchar(100) NULL,
    thing_id uuid NULL,
    marked boolean NOT NULL,
    author_id uuid NOT NULL,
    perspective varchar(20) NOT NULL CHECK (perspective IN ('service_user', 'practitioner', 'relative')),
    setting varchar(10) NOT NULL CHECK (setting IN ('alone', 'joint')),
    present_member_id uuid NULL,
    at timestamptz NOT NULL CHECK (at >= '2000-01-01Z'),
    device_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (service_user_id, id)
);

-- What the person wrote for themself, as it stands.
CREATE TABLE coproduction.note (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    author_id uuid NOT NULL,
    kind varchar(20) NULL CHECK (kind IN ('theme', 'rating', 'star', 'tie', 'strength', 'goal', 'action', 'follow_up')),
    theme varchar(100) NULL,
    thing_id uuid NULL,
    about_theme varchar(100) NULL,
    written_at timestamptz NOT NULL CHECK (written_at >= '2000-01-01Z'),
    words_sealed bytea NULL,
    words_at timestamptz NOT NULL,
    shown_since timestamptz NULL,
    changed_at timestamptz NOT NULL,
    version integer NOT NULL,
    PRIMARY KEY (service_user_id, id)
);
-- The list of a person's notes, the latest written first, page by page.
CREATE INDEX note_written ON coproduction.note (service_user_id, written_at DESC, id DESC);

-- How it came to that: facts, never shown to anybody but their author.
CREATE TABLE coproduction.note_fact (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    note_id uuid NOT NULL,
    kind varchar(20) NOT NULL CHECK (kind IN ('written', 'reworded', 'shown', 'hidden', 'thrown_away')),
    words_sealed bytea NULL,
    author_id uuid NOT NULL,
    perspective varchar(20) NOT NULL CHECK (perspective IN ('service_user', 'practitioner', 'relative')),
    setting varchar(10) NOT NULL CHECK (setting IN ('alone', 'joint')),
    present_member_id uuid NULL,
    at timestamptz NOT NULL CHECK (at >= '2000-01-01Z'),
    device_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (service_user_id, id),
    FOREIGN KEY (service_user_id, note_id) REFERENCES coproduction.note
);
-- All that became of one note.
CREATE INDEX note_fact_note ON coproduction.note_fact (service_user_id, note_id);

CALL platform.wall('coproduction.conversation');
CALL platform.wall('coproduction.message_fact');
CALL platform.wall('coproduction.read_mark');
CALL platform.wall('coproduction.mark_fact');
CALL platform.wall('coproduction.note');
CALL platform.wall('coproduction.note_fact');

-- A second wall behind the first, for every login: without the author's own account a note is not given out before it is shown, and not changed at all. It holds for the worker
-- too, also while it works for everyone: a job that is to read or remove somebody's notes says for whom it acts (barometre.account).
CREATE POLICY author_or_shown ON coproduction.note AS RESTRICTIVE FOR SELECT TO barometre_app, barometre_worker USING (author_id = platform.current_account() OR shown_since IS NOT NULL);
CREATE POLICY author_adds ON coproduction.note AS RESTRICTIVE FOR INSERT TO barometre_app, barometre_worker WITH CHECK (author_id = platform.current_account());
CREATE POLICY author_changes ON coproduction.note AS RESTRICTIVE FOR UPDATE TO barometre_app, barometre_worker USING (author_id = platform.current_account());
CREATE POLICY author_removes ON coproduction.note AS RESTRICTIVE FOR DELETE TO barometre_app, barometre_worker USING (author_id = platform.current_account());
CREATE POLICY author ON coproduction.note_fact AS RESTRICTIVE TO barometre_app, barometre_worker USING (author_id = platform.current_account());

GRANT SELECT, INSERT ON coproduction.conversation, coproduction.message_fact, coproduction.read_mark, coproduction.mark_fact, coproduction.note, coproduction.note_fact
    TO barometre_app, barometre_worker;
-- Facts are appended: of a row that is there, only where a conversation ends, how far it was read, what a note says now and to whom, and words that go.
GRANT UPDATE (last_number, last_arrived_at, version) ON coproduction.conversation TO barometre_app, barometre_worker;
GRANT UPDATE (words_sealed) ON coproduction.message_fact, coproduction.note_fact TO barometre_app, barometre_worker;
GRANT UPDATE (through, at) ON coproduction.read_mark TO barometre_app, barometre_worker;
GRANT UPDATE (words_sealed, words_at, shown_since, changed_at, version) ON coproduction.note TO barometre_app, barometre_worker;
