-- The register of incidents of confidentiality: when, what kind, which accounts and projects. Ids and times only; whom an incident concerns is found in the registers each time
-- it is asked. The operator's command line alone writes and reads it.
CREATE TABLE participation.incident (
    id uuid PRIMARY KEY,
    kind varchar(20) NOT NULL CHECK (kind IN ('access', 'use', 'communication', 'loss', 'other')),
    happened_from timestamptz NOT NULL,
    happened_until timestamptz NOT NULL,
    account_ids uuid[] NOT NULL,
    project_ids uuid[] NOT NULL,
    noted_at timestamptz NOT NULL,
    CHECK (happened_until >= happened_from)
);
GRANT SELECT, INSERT ON participation.incident TO barometre_worker;
