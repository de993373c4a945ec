-- Whether a fact came out of a file that the author imported: then the file alone says in whose voice it is.
ALTER TABLE social_network.fact ADD COLUMN imported boolean NOT NULL DEFAULT false;
