-- A name that needs no quotes: statements that are made from the catalogue take it as it stands.
ALTER TABLE quality_of_life.blind_choice RENAME COLUMN "on" TO is_on;
