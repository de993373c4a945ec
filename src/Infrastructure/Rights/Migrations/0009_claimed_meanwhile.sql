-- Whoever claims a record while its erasing waits is its person from then on: told of it, in time to call it off, and named by the certificate's outcome.
GRANT UPDATE (account_id) ON rights.erasure TO barometre_app;
