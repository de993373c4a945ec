-- An erasing that was asked for and never confirmed gives way, by a job, to the one that the end of keeping asks for.
GRANT UPDATE (cancelled_at) ON rights.erasure TO barometre_worker;
