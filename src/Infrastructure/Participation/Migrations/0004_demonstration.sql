-- The demonstration that this installation holds: since when its days are counted back, and whether it is whole.
CREATE TABLE participation.demonstration (
    content varchar(20) PRIMARY KEY,
    begun_at timestamptz NOT NULL,
    finished_at timestamptz NULL
);
GRANT SELECT, INSERT, UPDATE ON participation.demonstration TO barometre_worker;

-- A record that the installation's operator opens for an import was opened by no account.
ALTER TABLE participation.service_user ALTER COLUMN opened_by DROP NOT NULL;
