CREATE SCHEMA social_network;
GRANT USAGE ON SCHEMA social_network TO barometre_app, barometre_worker;

-- Facts: the map at any moment follows from them, in the order of their time and whatever the order of their arrival. No row ever changes.
-- A kind of fact uses the columns that concern it. Names and words are sealed; kinds of support are bits (emotional, practical, information, company, money, from the right).
CREATE TABLE social_network.fact (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    kind varchar(20) NOT NULL CHECK (kind IN (
        'alter_named', 'alter_changed', 'alter_linked', 'alter_placed', 'alter_left', 'alter_back', 'tie_stated',
        'alters_tied', 'alters_untied', 'alters_merged', 'merge_undone', 'snapshot_named', 'snapshot_dropped')),
    subject_id uuid NOT NULL,
    other_id uuid NULL,
    perspective varchar(20) NOT NULL CHECK (perspective IN ('service_user', 'practitioner', 'relative')),
    setting varchar(10) NOT NULL CHECK (setting IN ('alone', 'joint')),
    author_id uuid NOT NULL,
    at timestamptz NOT NULL CHECK (at >= '2000-01-01Z'),
    device_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    name_sealed bytea NULL,
    alter_kind varchar(10) NULL CHECK (alter_kind IN ('person', 'animal', 'group', 'place')),
    circle varchar(20) NULL CHECK (circle IN ('family', 'friends', 'love', 'neighbours', 'work_or_school', 'community', 'services', 'online', 'other')),
    member_id uuid NULL,
    closeness smallint NULL CHECK (closeness BETWEEN 0 AND 100),
    quality smallint NULL CHECK (quality BETWEEN 0 AND 100),
    frequency varchar(20) NULL CHECK (frequency IN ('daily', 'weekly', 'monthly', 'few_times_a_year', 'rarely', 'never')),
    given smallint NULL CHECK (given BETWEEN 0 AND 31),
    received smallint NULL CHECK (received BETWEEN 0 AND 31),
    comment_sealed bytea NULL,
    strength smallint NULL CHECK (strength BETWEEN 1 AND 100),
    angle double precision NULL CHECK (angle >= 0 AND angle < 360),
    radius double precision NULL CHECK (radius BETWEEN 0 AND 1),
    moment timestamptz NULL,
    PRIMARY KEY (service_user_id, id)
);
-- A person's facts in the order in which they count: the map is read in it.
CREATE INDEX fact_order ON social_network.fact (service_user_id, at, device_at, id);

-- Measures, computed by jobs from the facts: each row names its method, what it was computed from and when. Losing all of it loses nothing.
CREATE TABLE social_network.measure (
    service_user_id uuid NOT NULL,
    -- The snapshot measured; all zeros for the current map. And the snapshot since which; all zeros for the map by itself.
    map_id uuid NOT NULL,
    since_id uuid NOT NULL,
    perspective varchar(20) NOT NULL CHECK (perspective IN ('service_user', 'practitioner', 'relative')),
    code varchar(30) NOT NULL,
    part varchar(20) NOT NULL,
    value double precision NULL,
    why varchar(20) NULL CHECK (why IN ('no_alters', 'fewer_than_two', 'nothing_said', 'strengths_missing')),
    n integer NOT NULL,
    method varchar(30) NOT NULL,
    -- Stands for the very set of facts computed from: another fact, or one less, is another number.
    inputs bigint NOT NULL,
    computed_at timestamptz NOT NULL,
    PRIMARY KEY (service_user_id, map_id, since_id, perspective, code, part)
);

CALL platform.outbox('social_network');
CALL platform.wall('social_network.fact');
CALL platform.wall('social_network.measure');

GRANT SELECT, INSERT ON social_network.fact TO barometre_app, barometre_worker;
-- Requests only read; jobs write.
GRANT SELECT ON social_network.measure TO barometre_app, barometre_worker;
GRANT INSERT, UPDATE, DELETE ON social_network.measure TO barometre_worker;
