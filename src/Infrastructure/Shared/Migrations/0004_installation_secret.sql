-- Secrets of the installation itself, each wrapped by the key ring: what names, addresses and codes are hashed with.
CREATE TABLE vault.installation_secret (
    name varchar(50) PRIMARY KEY,
    wrapped bytea NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT, INSERT ON vault.installation_secret TO barometre_app, barometre_worker;
