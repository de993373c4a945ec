-- The walls make the planner think that lists are dear, and compiling them to machine code (jit) took 5.7 s of a list of 20,460 people that runs in 0.5 s.
-- An owner of the schemas who does not own the database leaves this to whoever does (docs/guides/operators.md).
DO $$ BEGIN
    EXECUTE format('ALTER DATABASE %I SET jit = off', current_database());
EXCEPTION WHEN insufficient_privilege THEN
    RAISE NOTICE 'jit stays on: only the owner of the database can turn it off';
END $$;
