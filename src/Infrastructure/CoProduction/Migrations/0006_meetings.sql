-- Sharing meetings: where each stands is kept for reading; how it came there, its agenda and what was noted are facts beside it.
CREATE TABLE coproduction.meeting (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    opened_by uuid NOT NULL,
    perspective varchar(20) NOT NULL CHECK (perspective IN ('service_user', 'practitioner', 'relative')),
    setting varchar(10) NOT NULL CHECK (setting IN ('alone', 'joint')),
    at timestamptz NOT NULL CHECK (at >= '2000-01-01Z'),
    state varchar(20) NOT NULL CHECK (state IN ('planned', 'under_way', 'called_off', 'closed')),
    state_since timestamptz NOT NULL,
    version integer NOT NULL,
    PRIMARY KEY (service_user_id, id)
);
-- The list, latest first.
CREATE INDEX meeting_list ON coproduction.meeting (service_user_id, at DESC, id DESC);

CREATE TABLE coproduction.meeting_step (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    state varchar(20) NOT NULL CHECK (state IN ('planned', 'under_way', 'called_off', 'closed')),
    day date NULL,
    time time NULL,
    members uuid[] NOT NULL,
    words_sealed bytea NULL,
    next_on date NULL,
    review_id uuid NULL,
    author_id uuid NOT NULL,
    perspective varchar(20) NOT NULL CHECK (perspective IN ('service_user', 'practitioner', 'relative')),
    setting varchar(10) NOT NULL CHECK (setting IN ('alone', 'joint')),
    present_member_id uuid NULL,
    at timestamptz NOT NULL CHECK (at >= '2000-01-01Z'),
    device_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (service_user_id, id),
    FOREIGN KEY (service_user_id, meeting_id) REFERENCES coproduction.meeting
);
-- The steps of one meeting, in order.
CREATE INDEX meeting_step_meeting ON coproduction.meeting_step (service_user_id, meeting_id, at);
-- A meeting is closed once, whatever devices do at the same time.
CREATE UNIQUE INDEX meeting_step_closing ON coproduction.meeting_step (service_user_id, meeting_id) WHERE state = 'closed';

-- A place on an agenda: a thing of the record, or something in words (its first fact's).
CREATE TABLE coproduction.agenda_item (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    thing_kind varchar(20) NULL CHECK (thing_kind IN ('theme', 'rating', 'star', 'tie', 'strength', 'goal', 'action', 'follow_up')),
    theme varchar(100) NULL,
    thing_id uuid NULL,
    at timestamptz NOT NULL CHECK (at >= '2000-01-01Z'),
    rank smallint NOT NULL,
    written_by uuid NULL,
    PRIMARY KEY (service_user_id, id),
    FOREIGN KEY (service_user_id, meeting_id) REFERENCES coproduction.meeting
);
-- A thing is on an agenda once, whoever draws and how often.
CREATE UNIQUE INDEX agenda_item_thing ON coproduction.agenda_item (service_user_id, meeting_id, thing_kind, theme, thing_id) NULLS NOT DISTINCT WHERE thing_kind IS NOT NULL;
-- The agenda of one meeting.
CREATE INDEX agenda_item_meeting ON coproduction.agenda_item (service_user_id, meeting_id);

CREATE TABLE coproduction.agenda_fact (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    item_id uuid NOT NULL,
    kind varchar(20) NOT NULL CHECK (kind IN ('added', 'drawn', 'reworded', 'placed', 'struck', 'taken_back', 'said', 'decided')),
    reason varchar(20) NULL CHECK (reason IN ('gap', 'star', 'proposal', 'late_action', 'finished_action', 'mark')),
    words_sealed bytea NULL,
    after_item_id uuid NULL,
    link_kind varchar(20) NULL CHECK (link_kind IN ('theme', 'rating', 'star', 'tie', 'strength', 'goal', 'action', 'follow_up')),
    link_theme varchar(100) NULL,
    link_id uuid NULL,
    next_on date NULL,
    author_id uuid NOT NULL,
    perspective varchar(20) NOT NULL CHECK (perspective IN ('service_user', 'practitioner', 'relative')),
    setting varchar(10) NOT NULL CHECK (setting IN ('alone', 'joint')),
    present_member_id uuid NULL,
    at timestamptz NOT NULL CHECK (at >= '2000-01-01Z'),
    device_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (service_user_id, id),
    FOREIGN KEY (service_user_id, meeting_id) REFERENCES coproduction.meeting,
    FOREIGN KEY (service_user_id, item_id) REFERENCES coproduction.agenda_item
);
-- What was done on one agenda, in order.
CREATE INDEX agenda_fact_meeting ON coproduction.agenda_fact (service_user_id, meeting_id, at);
-- For one reason an item is drawn once.
CREATE UNIQUE INDEX agenda_fact_reason ON coproduction.agenda_fact (service_user_id, item_id, reason) WHERE reason IS NOT NULL;

CALL platform.wall('coproduction.meeting');
CALL platform.wall('coproduction.meeting_step');
CALL platform.wall('coproduction.agenda_item');
CALL platform.wall('coproduction.agenda_fact');

-- Facts are appended; of a meeting only where it stands may change.
GRANT SELECT, INSERT ON coproduction.meeting, coproduction.meeting_step, coproduction.agenda_item, coproduction.agenda_fact TO barometre_app, barometre_worker;
GRANT UPDATE (state, state_since, version) ON coproduction.meeting TO barometre_app, barometre_worker;
