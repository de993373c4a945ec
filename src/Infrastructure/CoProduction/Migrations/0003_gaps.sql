-- What each side said of a gap, about the two ratings that it had before it; the gap's story is told from these and from the ratings.
CREATE TABLE coproduction.gap_saying (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    theme varchar(100) NOT NULL,
    word varchar(20) NOT NULL CHECK (word IN ('agree', 'agree_to_differ', 'still_talking')),
    person_at timestamptz NOT NULL,
    practitioner_at timestamptz NOT NULL,
    author_id uuid NOT NULL,
    -- A gap is between these two: nobody else closes it.
    perspective varchar(20) NOT NULL CHECK (perspective IN ('service_user', 'practitioner')),
    setting varchar(10) NOT NULL CHECK (setting IN ('alone', 'joint')),
    present_member_id uuid NULL,
    at timestamptz NOT NULL CHECK (at >= '2000-01-01Z'),
    device_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (service_user_id, id)
);

CALL platform.wall('coproduction.gap_saying');
GRANT SELECT, INSERT ON coproduction.gap_saying TO barometre_app, barometre_worker;
