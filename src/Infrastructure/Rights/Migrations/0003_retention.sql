-- What was announced to a person about how long their record is kept; no row while there is nothing to announce.
CREATE TABLE rights.keeping (
    service_user_id uuid PRIMARY KEY,
    last_contact_at timestamptz NOT NULL,
    announced_at timestamptz NOT NULL,
    closes_at timestamptz NOT NULL,
    closed_at timestamptz NULL,
    erasing_announced_at timestamptz NULL,
    erases_at timestamptz NULL
);
CALL platform.wall('rights.keeping');
GRANT SELECT ON rights.keeping TO barometre_app;
GRANT SELECT, INSERT, UPDATE (closed_at, erasing_announced_at, erases_at), DELETE ON rights.keeping TO barometre_worker;
