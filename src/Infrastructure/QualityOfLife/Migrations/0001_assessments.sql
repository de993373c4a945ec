CREATE SCHEMA quality_of_life;
GRANT USAGE ON SCHEMA quality_of_life TO barometre_app, barometre_worker;

-- Content, the same for everybody: each version of an instrument as it was published, never changed (the checksum covers the exact text).
CREATE TABLE quality_of_life.instrument_version (
    instrument varchar(50) NOT NULL,
    version varchar(20) NOT NULL,
    content text NOT NULL,
    checksum varchar(64) NOT NULL,
    loaded_at timestamptz NOT NULL,
    PRIMARY KEY (instrument, version)
);

-- What a project does with the instrument. No personal data: no person, no wall.
CREATE TABLE quality_of_life.project_themes (
    project_id uuid PRIMARY KEY,
    version integer NOT NULL
);
CREATE TABLE quality_of_life.theme_setting (
    project_id uuid NOT NULL REFERENCES quality_of_life.project_themes,
    theme varchar(100) NOT NULL,
    own_theme jsonb NULL,
    hidden_since timestamptz NULL,
    PRIMARY KEY (project_id, theme)
);

CREATE TABLE quality_of_life.assessment (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    instrument varchar(50) NOT NULL,
    instrument_version varchar(20) NOT NULL,
    project_id uuid NULL,
    perspective varchar(20) NOT NULL CHECK (perspective IN ('service_user', 'practitioner', 'relative')),
    setting varchar(10) NOT NULL CHECK (setting IN ('alone', 'joint')),
    state varchar(10) NOT NULL CHECK (state IN ('open', 'completed', 'abandoned')),
    opened_by uuid NOT NULL,
    opened_at timestamptz NOT NULL,
    device_opened_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    closed_at timestamptz NULL,
    version integer NOT NULL,
    PRIMARY KEY (service_user_id, id)
);
-- The list of a person's assessments, newest first, page by page.
CREATE INDEX assessment_opened ON quality_of_life.assessment (service_user_id, opened_at DESC, id DESC);

-- Facts: a correction is a new row; only superseded_at ever changes.
CREATE TABLE quality_of_life.answer (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    assessment_id uuid NOT NULL,
    theme varchar(100) NOT NULL,
    perspective varchar(20) NOT NULL CHECK (perspective IN ('service_user', 'practitioner', 'relative')),
    kind varchar(20) NOT NULL CHECK (kind IN ('rating', 'not_concerned', 'rather_not_say', 'cleared')),
    rating smallint NULL CHECK (rating BETWEEN 0 AND 100),
    at timestamptz NOT NULL CHECK (at >= '2000-01-01Z'),
    device_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    author_id uuid NOT NULL,
    sequence bigint GENERATED ALWAYS AS IDENTITY,
    superseded_at timestamptz NULL,
    PRIMARY KEY (service_user_id, id),
    FOREIGN KEY (service_user_id, assessment_id) REFERENCES quality_of_life.assessment,
    CHECK ((kind = 'rating') = (rating IS NOT NULL))
);
-- At most one answer counts per theme of an assessment, whatever devices do at the same time.
CREATE UNIQUE INDEX answer_current ON quality_of_life.answer (service_user_id, assessment_id, theme) WHERE superseded_at IS NULL;
-- The series of a theme, in order: curves, the picture, the indicators.
CREATE INDEX answer_series ON quality_of_life.answer (service_user_id, theme, at, sequence) WHERE superseded_at IS NULL;

CREATE TABLE quality_of_life.comment (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    assessment_id uuid NULL,
    theme varchar(100) NOT NULL,
    perspective varchar(20) NOT NULL CHECK (perspective IN ('service_user', 'practitioner', 'relative')),
    setting varchar(10) NOT NULL CHECK (setting IN ('alone', 'joint')),
    words_sealed bytea NOT NULL,
    author_id uuid NOT NULL,
    at timestamptz NOT NULL CHECK (at >= '2000-01-01Z'),
    device_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    sequence bigint GENERATED ALWAYS AS IDENTITY,
    replaces uuid NULL,
    replaced_at timestamptz NULL,
    PRIMARY KEY (service_user_id, id),
    FOREIGN KEY (service_user_id, assessment_id) REFERENCES quality_of_life.assessment,
    FOREIGN KEY (service_user_id, replaces) REFERENCES quality_of_life.comment
);
-- A theme's comments, in order.
CREATE INDEX comment_theme ON quality_of_life.comment (service_user_id, theme, at, sequence);
-- A comment is edited once: the next edit is of the new one.
CREATE UNIQUE INDEX comment_replaces ON quality_of_life.comment (service_user_id, replaces) WHERE replaces IS NOT NULL;

-- The themes whose comments the person keeps, or kept, to themself.
CREATE TABLE quality_of_life.comment_closing (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    theme varchar(100) NOT NULL,
    since timestamptz NOT NULL,
    until timestamptz NULL,
    PRIMARY KEY (service_user_id, id)
);
-- A theme is closed once at a time.
CREATE UNIQUE INDEX comment_closing_once ON quality_of_life.comment_closing (service_user_id, theme) WHERE until IS NULL;

CREATE TABLE quality_of_life.star_board (
    service_user_id uuid PRIMARY KEY,
    version integer NOT NULL
);
-- A place on the board and its time: a theme that moves up ends one row and begins another, with the same since.
CREATE TABLE quality_of_life.star (
    service_user_id uuid NOT NULL REFERENCES quality_of_life.star_board,
    id uuid NOT NULL,
    theme varchar(100) NOT NULL,
    position smallint NOT NULL CHECK (position BETWEEN 1 AND 3),
    since timestamptz NOT NULL,
    placed_at timestamptz NOT NULL,
    until timestamptz NULL,
    setting varchar(10) NOT NULL CHECK (setting IN ('alone', 'joint')),
    chosen_by uuid NOT NULL,
    present_member_id uuid NULL,
    PRIMARY KEY (service_user_id, id)
);
-- Three positions, one star each: never a fourth. And a theme is a star once.
CREATE UNIQUE INDEX star_position ON quality_of_life.star (service_user_id, position) WHERE until IS NULL;
CREATE UNIQUE INDEX star_theme ON quality_of_life.star (service_user_id, theme) WHERE until IS NULL;

CALL platform.outbox('quality_of_life');
CALL platform.wall('quality_of_life.assessment');
CALL platform.wall('quality_of_life.answer');
CALL platform.wall('quality_of_life.comment');
CALL platform.wall('quality_of_life.comment_closing');
CALL platform.wall('quality_of_life.star_board');
CALL platform.wall('quality_of_life.star');

GRANT SELECT ON quality_of_life.instrument_version TO barometre_app, barometre_worker;
GRANT SELECT, INSERT, UPDATE ON quality_of_life.project_themes, quality_of_life.theme_setting TO barometre_app, barometre_worker;
-- Facts are appended: of a row that is there, only what says that it no longer counts may change.
GRANT SELECT, INSERT ON quality_of_life.assessment, quality_of_life.answer, quality_of_life.comment, quality_of_life.comment_closing,
    quality_of_life.star_board, quality_of_life.star TO barometre_app, barometre_worker;
GRANT UPDATE (state, closed_at, version) ON quality_of_life.assessment TO barometre_app, barometre_worker;
GRANT UPDATE (superseded_at) ON quality_of_life.answer TO barometre_app, barometre_worker;
GRANT UPDATE (replaced_at) ON quality_of_life.comment TO barometre_app, barometre_worker;
GRANT UPDATE (until) ON quality_of_life.comment_closing, quality_of_life.star TO barometre_app, barometre_worker;
GRANT UPDATE (version) ON quality_of_life.star_board TO barometre_app, barometre_worker;
