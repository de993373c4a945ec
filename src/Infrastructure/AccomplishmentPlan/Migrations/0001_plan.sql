CREATE SCHEMA accomplishment_plan;
GRANT USAGE ON SCHEMA accomplishment_plan TO barometre_app, barometre_worker;

-- What holds for a person's whole plan.
CREATE TABLE accomplishment_plan.plan (
    service_user_id uuid PRIMARY KEY,
    time_zone varchar(60) NOT NULL,
    version integer NOT NULL
);

-- A goal's place: what it says and where it stood are facts beside it; where it stands now is kept here for reading.
CREATE TABLE accomplishment_plan.goal (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    written_by uuid NOT NULL,
    perspective varchar(20) NOT NULL CHECK (perspective IN ('service_user', 'practitioner', 'relative')),
    setting varchar(10) NOT NULL CHECK (setting IN ('alone', 'joint')),
    at timestamptz NOT NULL CHECK (at >= '2000-01-01Z'),
    state varchar(20) NOT NULL CHECK (state IN ('proposed', 'adopted', 'under_way', 'reached', 'set_aside', 'declined')),
    state_since timestamptz NOT NULL,
    version integer NOT NULL,
    PRIMARY KEY (service_user_id, id)
);

-- What a goal said, and to what it was linked, from a time on.
CREATE TABLE accomplishment_plan.goal_wording (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    goal_id uuid NOT NULL,
    words_sealed bytea NOT NULL,
    why_sealed bytea NULL,
    domain varchar(30) NULL,
    horizon date NULL,
    themes text[] NOT NULL,
    strengths uuid[] NOT NULL,
    alters uuid[] NOT NULL,
    author_id uuid NOT NULL,
    perspective varchar(20) NOT NULL CHECK (perspective IN ('service_user', 'practitioner', 'relative')),
    setting varchar(10) NOT NULL CHECK (setting IN ('alone', 'joint')),
    present_member_id uuid NULL,
    at timestamptz NOT NULL CHECK (at >= '2000-01-01Z'),
    device_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (service_user_id, id),
    FOREIGN KEY (service_user_id, goal_id) REFERENCES accomplishment_plan.goal
);
-- What was said of one goal, in order.
CREATE INDEX goal_wording_goal ON accomplishment_plan.goal_wording (service_user_id, goal_id, at);

-- Where a goal stood from a time on.
CREATE TABLE accomplishment_plan.goal_step (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    goal_id uuid NOT NULL,
    state varchar(20) NOT NULL CHECK (state IN ('proposed', 'adopted', 'under_way', 'reached', 'set_aside', 'declined')),
    words_sealed bytea NULL,
    author_id uuid NOT NULL,
    perspective varchar(20) NOT NULL CHECK (perspective IN ('service_user', 'practitioner', 'relative')),
    setting varchar(10) NOT NULL CHECK (setting IN ('alone', 'joint')),
    present_member_id uuid NULL,
    at timestamptz NOT NULL CHECK (at >= '2000-01-01Z'),
    device_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (service_user_id, id),
    FOREIGN KEY (service_user_id, goal_id) REFERENCES accomplishment_plan.goal
);
-- What was said of one goal, in order.
CREATE INDEX goal_step_goal ON accomplishment_plan.goal_step (service_user_id, goal_id, at);

-- The five levels of a goal, in words, and what the goal weighs.
CREATE TABLE accomplishment_plan.level_wording (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    goal_id uuid NOT NULL,
    weight smallint NOT NULL CHECK (weight BETWEEN 1 AND 10),
    much_less_sealed bytea NOT NULL,
    less_sealed bytea NOT NULL,
    as_hoped_sealed bytea NOT NULL,
    more_sealed bytea NOT NULL,
    much_more_sealed bytea NOT NULL,
    author_id uuid NOT NULL,
    perspective varchar(20) NOT NULL CHECK (perspective IN ('service_user', 'practitioner', 'relative')),
    setting varchar(10) NOT NULL CHECK (setting IN ('alone', 'joint')),
    present_member_id uuid NULL,
    at timestamptz NOT NULL CHECK (at >= '2000-01-01Z'),
    device_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (service_user_id, id),
    FOREIGN KEY (service_user_id, goal_id) REFERENCES accomplishment_plan.goal
);
-- What was said of one goal, in order.
CREATE INDEX level_wording_goal ON accomplishment_plan.level_wording (service_user_id, goal_id, at);

-- When people looked at the plan together.
CREATE TABLE accomplishment_plan.review (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    held_on date NOT NULL,
    members uuid[] NOT NULL,
    decided_sealed bytea NULL,
    next_on date NULL,
    author_id uuid NOT NULL,
    perspective varchar(20) NOT NULL CHECK (perspective IN ('service_user', 'practitioner', 'relative')),
    setting varchar(10) NOT NULL CHECK (setting IN ('alone', 'joint')),
    present_member_id uuid NULL,
    at timestamptz NOT NULL CHECK (at >= '2000-01-01Z'),
    device_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (service_user_id, id)
);

-- Where a voice saw a goal among its levels.
CREATE TABLE accomplishment_plan.level_rating (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    goal_id uuid NOT NULL,
    review_id uuid NULL,
    level smallint NOT NULL CHECK (level BETWEEN -2 AND 2),
    author_id uuid NOT NULL,
    perspective varchar(20) NOT NULL CHECK (perspective IN ('service_user', 'practitioner', 'relative')),
    setting varchar(10) NOT NULL CHECK (setting IN ('alone', 'joint')),
    present_member_id uuid NULL,
    at timestamptz NOT NULL CHECK (at >= '2000-01-01Z'),
    device_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (service_user_id, id),
    FOREIGN KEY (service_user_id, goal_id) REFERENCES accomplishment_plan.goal,
    FOREIGN KEY (service_user_id, review_id) REFERENCES accomplishment_plan.review
);
-- What was said of one goal, in order.
CREATE INDEX level_rating_goal ON accomplishment_plan.level_rating (service_user_id, goal_id, at);

-- An action's place: where it stands now and who carries it are kept here for reading.
CREATE TABLE accomplishment_plan.action (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    goal_id uuid NOT NULL,
    written_by uuid NOT NULL,
    perspective varchar(20) NOT NULL CHECK (perspective IN ('service_user', 'practitioner', 'relative')),
    setting varchar(10) NOT NULL CHECK (setting IN ('alone', 'joint')),
    at timestamptz NOT NULL CHECK (at >= '2000-01-01Z'),
    state varchar(20) NOT NULL CHECK (state IN ('proposed', 'to_do', 'under_way', 'done', 'dropped', 'declined')),
    state_since timestamptz NOT NULL,
    carrying varchar(20) NOT NULL CHECK (carrying IN ('nobody', 'asked', 'accepted', 'declined', 'given_back')),
    carrier_kind varchar(20) NULL CHECK (carrier_kind IN ('person', 'practitioner', 'relative', 'partner')),
    carrier_member_id uuid NULL,
    version integer NOT NULL,
    PRIMARY KEY (service_user_id, id),
    FOREIGN KEY (service_user_id, goal_id) REFERENCES accomplishment_plan.goal
);
-- A goal's actions.
CREATE INDEX action_goal ON accomplishment_plan.action (service_user_id, goal_id);

-- All that an account may know of an action it was asked for when the plan is closed to it.
CREATE TABLE accomplishment_plan.carried_action (
    service_user_id uuid NOT NULL,
    action_id uuid NOT NULL,
    account_id uuid NULL,
    carrying varchar(20) NOT NULL CHECK (carrying IN ('nobody', 'asked', 'accepted', 'declined', 'given_back')),
    since timestamptz NOT NULL,
    PRIMARY KEY (service_user_id, action_id),
    FOREIGN KEY (service_user_id, action_id) REFERENCES accomplishment_plan.action
);
-- What an account carries, across people.
CREATE INDEX carried_action_account ON accomplishment_plan.carried_action (account_id) WHERE carrying IN ('asked', 'accepted');

-- What an action said, and when it was due, from a time on.
CREATE TABLE accomplishment_plan.action_wording (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    action_id uuid NOT NULL,
    what_sealed bytea NOT NULL,
    first_step_sealed bytea NULL,
    strength_id uuid NULL,
    due date NULL,
    repeat varchar(10) NULL CHECK (repeat IN ('daily', 'weekly', 'monthly')),
    every smallint NULL CHECK (every BETWEEN 1 AND 52),
    days smallint[] NOT NULL,
    repeats_from date NULL,
    author_id uuid NOT NULL,
    perspective varchar(20) NOT NULL CHECK (perspective IN ('service_user', 'practitioner', 'relative')),
    setting varchar(10) NOT NULL CHECK (setting IN ('alone', 'joint')),
    present_member_id uuid NULL,
    at timestamptz NOT NULL CHECK (at >= '2000-01-01Z'),
    device_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (service_user_id, id),
    FOREIGN KEY (service_user_id, action_id) REFERENCES accomplishment_plan.action,
    CHECK ((repeat IS NULL) = (every IS NULL) AND (repeat IS NULL) = (repeats_from IS NULL))
);
-- What was said of one action, in order.
CREATE INDEX action_wording_action ON accomplishment_plan.action_wording (service_user_id, action_id, at);

-- Where an action stood from a time on.
CREATE TABLE accomplishment_plan.action_step (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    action_id uuid NOT NULL,
    state varchar(20) NOT NULL CHECK (state IN ('proposed', 'to_do', 'under_way', 'done', 'dropped', 'declined')),
    author_id uuid NOT NULL,
    perspective varchar(20) NOT NULL CHECK (perspective IN ('service_user', 'practitioner', 'relative')),
    setting varchar(10) NOT NULL CHECK (setting IN ('alone', 'joint')),
    present_member_id uuid NULL,
    at timestamptz NOT NULL CHECK (at >= '2000-01-01Z'),
    device_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (service_user_id, id),
    FOREIGN KEY (service_user_id, action_id) REFERENCES accomplishment_plan.action
);
-- What was said of one action, in order.
CREATE INDEX action_step_action ON accomplishment_plan.action_step (service_user_id, action_id, at);

-- Who was asked to carry an action, and what they said.
CREATE TABLE accomplishment_plan.carrying_fact (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    action_id uuid NOT NULL,
    carrying varchar(20) NOT NULL CHECK (carrying IN ('asked', 'accepted', 'declined', 'given_back')),
    carrier_kind varchar(20) NOT NULL CHECK (carrier_kind IN ('person', 'practitioner', 'relative', 'partner')),
    member_id uuid NULL,
    name_sealed bytea NULL,
    role_sealed bytea NULL,
    author_id uuid NOT NULL,
    perspective varchar(20) NOT NULL CHECK (perspective IN ('service_user', 'practitioner', 'relative')),
    setting varchar(10) NOT NULL CHECK (setting IN ('alone', 'joint')),
    present_member_id uuid NULL,
    at timestamptz NOT NULL CHECK (at >= '2000-01-01Z'),
    device_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (service_user_id, id),
    FOREIGN KEY (service_user_id, action_id) REFERENCES accomplishment_plan.action
);
-- What was said of one action, in order.
CREATE INDEX carrying_fact_action ON accomplishment_plan.carrying_fact (service_user_id, action_id, at);

-- What became of an action on one of the days it comes back.
CREATE TABLE accomplishment_plan.occurrence_mark (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    action_id uuid NOT NULL,
    day date NOT NULL,
    outcome varchar(10) NOT NULL CHECK (outcome IN ('done', 'skipped', 'cleared')),
    author_id uuid NOT NULL,
    perspective varchar(20) NOT NULL CHECK (perspective IN ('service_user', 'practitioner', 'relative')),
    setting varchar(10) NOT NULL CHECK (setting IN ('alone', 'joint')),
    present_member_id uuid NULL,
    at timestamptz NOT NULL CHECK (at >= '2000-01-01Z'),
    device_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (service_user_id, id),
    FOREIGN KEY (service_user_id, action_id) REFERENCES accomplishment_plan.action
);
-- What was said of one action, in order.
CREATE INDEX occurrence_mark_action ON accomplishment_plan.occurrence_mark (service_user_id, action_id, at);

-- How it went with a goal or an action, as a voice saw it.
CREATE TABLE accomplishment_plan.follow_up (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    goal_id uuid NOT NULL,
    action_id uuid NULL,
    progress smallint NULL CHECK (progress BETWEEN 0 AND 100),
    words_sealed bytea NULL,
    author_id uuid NOT NULL,
    perspective varchar(20) NOT NULL CHECK (perspective IN ('service_user', 'practitioner', 'relative')),
    setting varchar(10) NOT NULL CHECK (setting IN ('alone', 'joint')),
    present_member_id uuid NULL,
    at timestamptz NOT NULL CHECK (at >= '2000-01-01Z'),
    device_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (service_user_id, id),
    FOREIGN KEY (service_user_id, goal_id) REFERENCES accomplishment_plan.goal,
    FOREIGN KEY (service_user_id, action_id) REFERENCES accomplishment_plan.action
);
-- What was said of one goal, in order.
CREATE INDEX follow_up_goal ON accomplishment_plan.follow_up (service_user_id, goal_id, at);

CALL platform.outbox('accomplishment_plan');
CALL platform.wall('accomplishment_plan.plan');
CALL platform.wall('accomplishment_plan.goal');
CALL platform.wall('accomplishment_plan.goal_wording');
CALL platform.wall('accomplishment_plan.goal_step');
CALL platform.wall('accomplishment_plan.level_wording');
CALL platform.wall('accomplishment_plan.review');
CALL platform.wall('accomplishment_plan.level_rating');
CALL platform.wall('accomplishment_plan.action');
CALL platform.wall('accomplishment_plan.carried_action');
CALL platform.wall('accomplishment_plan.action_wording');
CALL platform.wall('accomplishment_plan.action_step');
CALL platform.wall('accomplishment_plan.carrying_fact');
CALL platform.wall('accomplishment_plan.occurrence_mark');
CALL platform.wall('accomplishment_plan.follow_up');

-- Whoever was asked, or carries something, sees that it is there, across people; nothing else of any plan.
CREATE POLICY mine ON accomplishment_plan.carried_action FOR SELECT TO barometre_app
    USING (account_id = platform.current_account() AND carrying IN ('asked', 'accepted'));

-- Facts are appended; of a place only where it stands now may change.
GRANT SELECT, INSERT ON accomplishment_plan.plan,
    accomplishment_plan.goal,
    accomplishment_plan.goal_wording,
    accomplishment_plan.goal_step,
    accomplishment_plan.level_wording,
    accomplishment_plan.review,
    accomplishment_plan.level_rating,
    accomplishment_plan.action,
    accomplishment_plan.carried_action,
    accomplishment_plan.action_wording,
    accomplishment_plan.action_step,
    accomplishment_plan.carrying_fact,
    accomplishment_plan.occurrence_mark,
    accomplishment_plan.follow_up TO barometre_app, barometre_worker;
GRANT UPDATE (time_zone, version) ON accomplishment_plan.plan TO barometre_app, barometre_worker;
GRANT UPDATE (state, state_since, version) ON accomplishment_plan.goal TO barometre_app, barometre_worker;
GRANT UPDATE (state, state_since, carrying, carrier_kind, carrier_member_id, version) ON accomplishment_plan.action TO barometre_app, barometre_worker;
GRANT UPDATE (account_id, carrying, since) ON accomplishment_plan.carried_action TO barometre_app, barometre_worker;
