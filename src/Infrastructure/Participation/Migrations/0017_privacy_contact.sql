-- Whom people reach about what is noted of them, as the law wants every notice to say. Empty for organisations from before; saving one asks for it.
ALTER TABLE participation.organisation
    ADD COLUMN responsible_for_privacy varchar(200) NULL,
    ADD COLUMN privacy_reach varchar(300) NULL,
    ADD CONSTRAINT organisation_contact_whole CHECK ((responsible_for_privacy IS NULL) = (privacy_reach IS NULL));
