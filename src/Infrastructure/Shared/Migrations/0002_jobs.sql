-- Background jobs. The application's login may ask for work and do nothing else here: most jobs are made of events in a module's outbox, by the worker.
CREATE SCHEMA jobs;
GRANT USAGE ON SCHEMA jobs TO barometre_app, barometre_worker;

-- Quartz makes its tables (jobs.qrtz_…) itself, as the owner, right after the migrations; the serving process makes nothing.
ALTER DEFAULT PRIVILEGES IN SCHEMA jobs GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO barometre_worker;

-- Jobs given up after their last attempt. Ids, codes and the failure's type only: a message might carry a person's words.
CREATE TABLE jobs.parked_job (
    id uuid PRIMARY KEY,
    work varchar(100) NOT NULL,
    event_id uuid NULL,
    person_id uuid NULL,
    data jsonb NOT NULL,
    attempts integer NOT NULL CHECK (attempts > 0),
    error_type varchar(200) NOT NULL,
    parked_at timestamptz NOT NULL
);
-- A job that ran twice is parked once.
CREATE UNIQUE INDEX parked_job_once ON jobs.parked_job (work, event_id) NULLS NOT DISTINCT;

-- Jobs asked for by name, until a node takes them: by a command whose event is nobody's own, or again by an operator. Any process may ask, also one that runs no jobs.
CREATE TABLE jobs.request (
    id uuid PRIMARY KEY,
    work varchar(100) NOT NULL,
    event_id uuid NULL,
    person_id uuid NULL,
    data jsonb NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON jobs.parked_job, jobs.request TO barometre_worker;
GRANT INSERT ON jobs.request TO barometre_app;
