-- Whoever decides in the person's rights may take a copy along: without what is the person's alone.
ALTER TABLE rights.archive ADD whole boolean NOT NULL DEFAULT true;
-- And may have the record erased, where the law gives them the right.
ALTER TABLE rights.erasure DROP CONSTRAINT erasure_ground_check;
ALTER TABLE rights.erasure ADD CONSTRAINT erasure_ground_check CHECK (ground IN ('asked', 'represented', 'retention'));
