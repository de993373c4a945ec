-- Changes of what is the person's that somebody else suggests: where each stands is kept for reading, what happened to it are facts beside it.
CREATE TABLE coproduction.proposal (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    kind varchar(20) NOT NULL CHECK (kind IN ('reword_goal', 'step_goal', 'write_levels', 'reword_action', 'step_action', 'ask_carrier',
        'revise_strength', 'retire_strength', 'arrange_strengths', 'choose_stars')),
    -- Of another module: an id, and no foreign key (docs/decisions/0003).
    thing_id uuid NULL,
    thing_version integer NOT NULL,
    proposed_by uuid NOT NULL,
    perspective varchar(20) NOT NULL CHECK (perspective IN ('service_user', 'practitioner', 'relative')),
    at timestamptz NOT NULL CHECK (at >= '2000-01-01Z'),
    state varchar(20) NOT NULL CHECK (state IN ('open', 'accepted', 'amended', 'declined', 'withdrawn')),
    state_since timestamptz NOT NULL,
    waits_since timestamptz NOT NULL,
    version integer NOT NULL,
    PRIMARY KEY (service_user_id, id)
);
-- Newest first, a page at a time.
CREATE INDEX proposal_at ON coproduction.proposal (service_user_id, at, id);

CREATE TABLE coproduction.proposal_fact (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    proposal_id uuid NOT NULL,
    kind varchar(20) NOT NULL CHECK (kind IN ('proposed', 'accepted', 'amended', 'declined', 'reopened', 'withdrawn')),
    content_sealed bytea NULL,
    why_sealed bytea NULL,
    why_shown boolean NOT NULL,
    author_id uuid NOT NULL,
    perspective varchar(20) NOT NULL CHECK (perspective IN ('service_user', 'practitioner', 'relative')),
    setting varchar(10) NOT NULL CHECK (setting IN ('alone', 'joint')),
    present_member_id uuid NULL,
    at timestamptz NOT NULL CHECK (at >= '2000-01-01Z'),
    device_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (service_user_id, id),
    FOREIGN KEY (service_user_id, proposal_id) REFERENCES coproduction.proposal
);
-- What happened to one proposal.
CREATE INDEX proposal_fact_proposal ON coproduction.proposal_fact (service_user_id, proposal_id);

-- After how many days a proposal lapses, as the person chose at a time.
CREATE TABLE coproduction.proposal_terms (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    lapse_after_days integer NULL CHECK (lapse_after_days BETWEEN 1 AND 3650),
    author_id uuid NOT NULL,
    perspective varchar(20) NOT NULL CHECK (perspective IN ('service_user', 'practitioner', 'relative')),
    setting varchar(10) NOT NULL CHECK (setting IN ('alone', 'joint')),
    present_member_id uuid NULL,
    at timestamptz NOT NULL CHECK (at >= '2000-01-01Z'),
    device_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (service_user_id, id)
);

CALL platform.wall('coproduction.proposal');
CALL platform.wall('coproduction.proposal_fact');
CALL platform.wall('coproduction.proposal_terms');

-- Facts are added, never changed; where a proposal stands follows them. UPDATE on one column lets a row be held.
GRANT SELECT, INSERT ON coproduction.proposal, coproduction.proposal_fact, coproduction.proposal_terms TO barometre_app, barometre_worker;
GRANT UPDATE (state, state_since, waits_since, version) ON coproduction.proposal TO barometre_app, barometre_worker;
