-- The name that an account is shown by is sealed with the key ring, as its sign-in name is. The migrate verb, which has the keys, seals those that lie open; the column that held
-- them stays empty, for nodes of the release before, until a later one drops it.
ALTER TABLE participation.account
    ADD COLUMN display_name_sealed bytea NULL,
    ALTER COLUMN display_name SET DEFAULT '';
