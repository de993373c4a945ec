-- A code that the installation itself makes, for a record that came from elsewhere, was made by no account.
ALTER TABLE participation.one_time_code ALTER COLUMN issued_by DROP NOT NULL;
