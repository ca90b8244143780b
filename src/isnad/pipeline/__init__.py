"""From paths to a dossier: the only room that knows steps and stores."""

from isnad.pipeline.base import CaseStep, Counts, Options, Progress, Quiet, Step, Steps
from isnad.pipeline.run import opened, run
from isnad.pipeline.session import Session
from isnad.pipeline.steps import COPIES, STEPS, VALUES
from isnad.pipeline.verify import Problem, verify

__all__ = [
    "COPIES",
    "STEPS",
    "VALUES",
    "CaseStep",
    "Counts",
    "Options",
    "Problem",
    "Progress",
    "Quiet",
    "Session",
    "Step",
    "Steps",
    "opened",
    "run",
    "verify",
]
