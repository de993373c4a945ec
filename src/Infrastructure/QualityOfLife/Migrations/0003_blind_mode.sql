-- Each time the person turned blind mode on or off; the last by its time counts.
CREATE TABLE quality_of_life.blind_choice (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    "on" boolean NOT NULL,
    author_id uuid NOT NULL,
    perspective varchar(20) NOT NULL CHECK (perspective IN ('service_user', 'practitioner', 'relative')),
    setting varchar(10) NOT NULL CHECK (setting IN ('alone', 'joint')),
    present_member_id uuid NULL,
    at timestamptz NOT NULL CHECK (at >= '2000-01-01Z'),
    device_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (service_user_id, id),
    -- The person's own, alone or with somebody at one screen; nobody else's.
    CHECK (perspective = 'service_user' OR setting = 'joint')
);

CALL platform.wall('quality_of_life.blind_choice');
GRANT SELECT, INSERT ON quality_of_life.blind_choice TO barometre_app, barometre_worker;
