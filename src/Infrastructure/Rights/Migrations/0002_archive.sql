-- Everything about a person in one file: that it was asked for, and the file, in pieces sealed with the record's key, for seven days.
CREATE TABLE rights.archive (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    language varchar(2) NOT NULL CHECK (language IN ('fr', 'en')),
    asked_by uuid NOT NULL,
    asked_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    state varchar(10) NOT NULL CHECK (state IN ('asked', 'making', 'ready')),
    progress smallint NOT NULL CHECK (progress BETWEEN 0 AND 100),
    size bigint NULL,
    checksum varchar(64) NULL,
    making uuid NULL,
    PRIMARY KEY (service_user_id, id)
);
-- What is to be deleted.
CREATE INDEX archive_expires ON rights.archive (expires_at);

CREATE TABLE rights.archive_piece (
    service_user_id uuid NOT NULL,
    archive_id uuid NOT NULL,
    making uuid NOT NULL,
    number integer NOT NULL,
    piece_sealed bytea NOT NULL,
    PRIMARY KEY (service_user_id, archive_id, making, number),
    FOREIGN KEY (service_user_id, archive_id) REFERENCES rights.archive
);

CALL platform.wall('rights.archive');
CALL platform.wall('rights.archive_piece');

-- Requests ask and fetch; jobs make and delete.
GRANT SELECT, INSERT ON rights.archive TO barometre_app;
GRANT SELECT ON rights.archive_piece TO barometre_app;
GRANT SELECT, UPDATE (state, progress, size, checksum, making), DELETE ON rights.archive TO barometre_worker;
GRANT SELECT, INSERT, DELETE ON rights.archive_piece TO barometre_worker;
