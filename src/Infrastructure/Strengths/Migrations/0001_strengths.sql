CREATE SCHEMA strengths;
GRANT USAGE ON SCHEMA strengths TO barometre_app, barometre_worker;

-- Content, the same for everybody: each version of the catalogue as it was published, never changed (the checksum covers the exact text).
CREATE TABLE strengths.catalogue_version (
    catalogue varchar(50) NOT NULL,
    version varchar(20) NOT NULL,
    content text NOT NULL,
    checksum varchar(64) NOT NULL,
    loaded_at timestamptz NOT NULL,
    PRIMARY KEY (catalogue, version)
);

-- Where each strength stands and which fact says what it is: follows from its facts, kept with them in one transaction.
CREATE TABLE strengths.strength (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    standing varchar(10) NOT NULL CHECK (standing IN ('proposed', 'kept', 'declined', 'retired')),
    content_id uuid NOT NULL,
    named_by uuid NOT NULL,
    perspective varchar(20) NOT NULL CHECK (perspective IN ('service_user', 'practitioner', 'relative')),
    setting varchar(10) NOT NULL CHECK (setting IN ('alone', 'joint')),
    named_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    version integer NOT NULL,
    PRIMARY KEY (service_user_id, id)
);

CREATE TABLE strengths.strength_fact (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    strength_id uuid NOT NULL,
    kind varchar(10) NOT NULL CHECK (kind IN ('named', 'proposed', 'accepted', 'amended', 'declined', 'revised', 'retired', 'taken_up')),
    words_sealed bytea NULL,
    strength_kind varchar(20) NULL CHECK (strength_kind IN
        ('quality', 'skill', 'interest', 'hope', 'lived_knowledge', 'person', 'place', 'organisation', 'thing', 'benefit')),
    domain varchar(30) NULL CHECK (domain IN
        ('home_daily_life', 'money', 'work_learning', 'relationships', 'health_wellbeing', 'leisure', 'spirituality_culture')),
    time varchar(10) NULL CHECK (time IN ('now', 'wishes', 'past')),
    suggestion varchar(100) NULL,
    theme varchar(100) NULL,
    alter_id uuid NULL,
    resource_sealed bytea NULL,
    reason_sealed bytea NULL,
    perspective varchar(20) NOT NULL CHECK (perspective IN ('service_user', 'practitioner', 'relative')),
    setting varchar(10) NOT NULL CHECK (setting IN ('alone', 'joint')),
    author_id uuid NOT NULL,
    at timestamptz NOT NULL CHECK (at >= '2000-01-01Z'),
    device_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (service_user_id, id),
    FOREIGN KEY (service_user_id, strength_id) REFERENCES strengths.strength,
    -- A fact that says what the strength is says all of it; one that does not says nothing of it.
    CHECK ((kind IN ('named', 'proposed', 'amended', 'revised')) = (words_sealed IS NOT NULL)),
    CHECK (num_nulls(words_sealed, strength_kind, domain, time) IN (0, 4))
);
-- The history of one strength.
CREATE INDEX strength_fact_of ON strengths.strength_fact (service_user_id, strength_id);
-- What reached the record since a date, newest first.
CREATE INDEX strength_fact_arrived ON strengths.strength_fact (service_user_id, recorded_at DESC, id DESC);
-- One answer to a proposal, whatever devices do at the same time.
CREATE UNIQUE INDEX strength_fact_answer ON strengths.strength_fact (service_user_id, strength_id) WHERE kind = 'accepted' OR kind = 'amended' OR kind = 'declined';

CREATE TABLE strengths.arrangement (
    service_user_id uuid PRIMARY KEY,
    version integer NOT NULL
);
CREATE TABLE strengths.arrangement_fact (
    service_user_id uuid NOT NULL REFERENCES strengths.arrangement,
    id uuid NOT NULL,
    ordered uuid[] NOT NULL,
    pinned uuid[] NOT NULL,
    setting varchar(10) NOT NULL CHECK (setting IN ('alone', 'joint')),
    perspective varchar(20) NOT NULL CHECK (perspective IN ('service_user', 'practitioner', 'relative')),
    author_id uuid NOT NULL,
    at timestamptz NOT NULL,
    device_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    until timestamptz NULL,
    PRIMARY KEY (service_user_id, id)
);
-- One order at a time.
CREATE UNIQUE INDEX arrangement_fact_current ON strengths.arrangement_fact (service_user_id) WHERE until IS NULL;

CALL platform.outbox('strengths');
CALL platform.wall('strengths.strength');
CALL platform.wall('strengths.strength_fact');
CALL platform.wall('strengths.arrangement');
CALL platform.wall('strengths.arrangement_fact');

GRANT SELECT ON strengths.catalogue_version TO barometre_app, barometre_worker;
-- Facts are appended; of an order that is there, only its end may change.
GRANT SELECT, INSERT ON strengths.strength, strengths.strength_fact, strengths.arrangement, strengths.arrangement_fact TO barometre_app, barometre_worker;
-- FOR UPDATE asks for the right to update something of the row.
GRANT UPDATE (standing, content_id, changed_at, version) ON strengths.strength TO barometre_app, barometre_worker;
GRANT UPDATE (version) ON strengths.arrangement TO barometre_app, barometre_worker;
GRANT UPDATE (until) ON strengths.arrangement_fact TO barometre_app, barometre_worker;
