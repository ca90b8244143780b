"""Exit codes: a contract with scripts."""

DONE = 0
FAILED = 1
USAGE = 2
INCOMPLETE = 3
INTERRUPTED = 130
