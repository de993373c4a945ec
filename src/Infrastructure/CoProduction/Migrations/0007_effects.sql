-- Perceived effects: the published questions, and what each person answers, as facts.

-- Content, the same for everybody: each version of the questions as it was published, never changed (the checksum covers the exact text).
CREATE TABLE coproduction.effects_questionnaire (
    code varchar(50) NOT NULL,
    version varchar(20) NOT NULL,
    content text NOT NULL,
    checksum varchar(64) NOT NULL,
    loaded_at timestamptz NOT NULL,
    PRIMARY KEY (code, version)
);

-- A moment of answering, about a service (a project) or an accompaniment (a place in the circle).
CREATE TABLE coproduction.effects_sheet (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    subject_kind varchar(20) NOT NULL CHECK (subject_kind IN ('service', 'accompaniment')),
    subject_id uuid NOT NULL,
    questionnaire varchar(20) NOT NULL,
    author_id uuid NOT NULL,
    -- The person's alone, whoever holds the device.
    perspective varchar(20) NOT NULL CHECK (perspective = 'service_user'),
    setting varchar(10) NOT NULL CHECK (setting IN ('alone', 'joint')),
    present_member_id uuid NULL,
    at timestamptz NOT NULL CHECK (at >= '2000-01-01Z'),
    device_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (service_user_id, id)
);
-- The nightly release reads a project's sheets across people.
CREATE INDEX effects_sheet_subject ON coproduction.effects_sheet (subject_id, service_user_id);

CREATE TABLE coproduction.effects_answer (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    sheet_id uuid NOT NULL,
    item varchar(100) NOT NULL,
    family varchar(20) NOT NULL CHECK (family IN ('quality_of_life', 'change', 'process')),
    kind varchar(20) NOT NULL CHECK (kind IN ('rating', 'not_concerned', 'rather_not_say')),
    rating smallint NULL CHECK (rating BETWEEN 0 AND 100),
    comment_sealed bytea NULL,
    author_id uuid NOT NULL,
    perspective varchar(20) NOT NULL CHECK (perspective = 'service_user'),
    setting varchar(10) NOT NULL CHECK (setting IN ('alone', 'joint')),
    present_member_id uuid NULL,
    at timestamptz NOT NULL CHECK (at >= '2000-01-01Z'),
    device_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (service_user_id, id),
    FOREIGN KEY (service_user_id, sheet_id) REFERENCES coproduction.effects_sheet,
    -- Unanswered is the absence of a row, and what is no rating has no number.
    CHECK ((kind = 'rating') = (rating IS NOT NULL))
);
-- The answers of one sheet.
CREATE INDEX effects_answer_sheet ON coproduction.effects_answer (service_user_id, sheet_id);

-- To whom the person showed the process part of a sheet, and when they took it back.
CREATE TABLE coproduction.effects_showing (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    sheet_id uuid NOT NULL,
    member_id uuid NOT NULL,
    shown boolean NOT NULL,
    author_id uuid NOT NULL,
    perspective varchar(20) NOT NULL CHECK (perspective = 'service_user'),
    setting varchar(10) NOT NULL CHECK (setting IN ('alone', 'joint')),
    present_member_id uuid NULL,
    at timestamptz NOT NULL CHECK (at >= '2000-01-01Z'),
    device_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (service_user_id, id),
    FOREIGN KEY (service_user_id, sheet_id) REFERENCES coproduction.effects_sheet
);

-- A project's readings, as released: only what may be shown is here, so that a copy of this table tells no more than the page.
CREATE TABLE coproduction.effects_release (
    id uuid PRIMARY KEY,
    project_id uuid NOT NULL,
    family varchar(20) NOT NULL CHECK (family IN ('quality_of_life', 'change', 'process')),
    people integer NOT NULL CHECK (people >= 11),
    median integer NOT NULL CHECK (median BETWEEN 0 AND 100),
    low integer NULL CHECK (low >= 11),
    middle integer NULL CHECK (middle >= 11),
    high integer NULL CHECK (high >= 11),
    method varchar(30) NOT NULL,
    released_at timestamptz NOT NULL
);
-- A project's readings, latest first.
CREATE INDEX effects_release_project ON coproduction.effects_release (project_id, family, released_at DESC);

-- Who was in a release, so that the next differs by enough people: for the job alone.
CREATE TABLE coproduction.effects_release_part (
    service_user_id uuid NOT NULL,
    release_id uuid NOT NULL,
    -- Stands for the very answers that went in.
    mark bigint NOT NULL,
    PRIMARY KEY (service_user_id, release_id)
);
-- The people of one release.
CREATE INDEX effects_release_part_release ON coproduction.effects_release_part (release_id);

CALL platform.wall('coproduction.effects_sheet');
CALL platform.wall('coproduction.effects_answer');
CALL platform.wall('coproduction.effects_showing');
CALL platform.wall('coproduction.effects_release_part');

GRANT SELECT ON coproduction.effects_questionnaire TO barometre_app, barometre_worker;
-- Facts are appended.
GRANT SELECT, INSERT ON coproduction.effects_sheet, coproduction.effects_answer, coproduction.effects_showing TO barometre_app, barometre_worker;
-- Requests only read what was released; the job releases.
GRANT SELECT ON coproduction.effects_release TO barometre_app, barometre_worker;
GRANT INSERT ON coproduction.effects_release TO barometre_worker;
GRANT SELECT, INSERT ON coproduction.effects_release_part TO barometre_worker;
