-- Copies of parts of the record to take along: what was asked for, and the files, sealed with the record's key, for seven days.
CREATE TABLE accomplishment_plan.print (
    service_user_id uuid NOT NULL,
    id uuid NOT NULL,
    parts varchar(10)[] NOT NULL,
    language varchar(2) NOT NULL CHECK (language IN ('fr', 'en')),
    large_type boolean NOT NULL,
    asked_by uuid NOT NULL,
    asked_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    state varchar(10) NOT NULL CHECK (state IN ('asked', 'making', 'ready')),
    progress smallint NOT NULL CHECK (progress BETWEEN 0 AND 100),
    pages smallint NULL,
    left_out boolean NOT NULL,
    PRIMARY KEY (service_user_id, id)
);
-- What is to be deleted.
CREATE INDEX print_expires ON accomplishment_plan.print (expires_at);

CREATE TABLE accomplishment_plan.print_file (
    service_user_id uuid NOT NULL,
    print_id uuid NOT NULL,
    file_sealed bytea NOT NULL,
    PRIMARY KEY (service_user_id, print_id),
    FOREIGN KEY (service_user_id, print_id) REFERENCES accomplishment_plan.print
);

CALL platform.wall('accomplishment_plan.print');
CALL platform.wall('accomplishment_plan.print_file');

-- Requests ask and fetch; jobs make and delete.
GRANT SELECT, INSERT ON accomplishment_plan.print TO barometre_app;
GRANT SELECT ON accomplishment_plan.print_file TO barometre_app;
GRANT SELECT, UPDATE (state, progress, pages, left_out), DELETE ON accomplishment_plan.print TO barometre_worker;
GRANT SELECT, INSERT, DELETE ON accomplishment_plan.print_file TO barometre_worker;
