"""One family of errors.

Every message says what happened, where, and what to do::

    IsnadError
    ├── UsageError          the call is wrong (exit code 2)
    ├── DocumentError       this document failed; the run goes on (exit code 3 at the end)
    │   ├── ReadError       its bytes cannot be had, or are not text
    │   └── StepError       a step failed on it
    └── RunError            this run cannot go on (exit code 1)
        ├── StoreError      the case file cannot be read or written
        └── DataError       shipped or given data (lexicons, tables, marks) are malformed
"""

from __future__ import annotations


class IsnadError(Exception):
    """Base of all errors isnad raises on purpose."""


class UsageError(IsnadError):
    """The call is wrong: unknown option value, missing path."""


class DocumentError(IsnadError):
    """One document failed. The pipeline records it and goes on."""


class ReadError(DocumentError):
    """The bytes of a document cannot be read, or are not text."""


class StepError(DocumentError):
    """A step failed on one document."""


class RunError(IsnadError):
    """The whole run cannot go on."""


class StoreError(RunError):
    """The case file cannot be read or written."""


class DataError(RunError):
    """A lexicon, table or marks file is malformed; the message names file and line."""
