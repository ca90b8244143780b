"""Running a case: from paths to a dossier, or as far as a question needs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from isnad import __version__
from isnad.model import Analysis, Comparison, Dossier, Provenance, Resolution
from isnad.model.ids import tagged
from isnad.pipeline.base import Options, Progress, Quiet, Resources, Steps
from isnad.pipeline.outlets import outlet_names
from isnad.pipeline.resolved import resolved
from isnad.pipeline.resources import resources_of
from isnad.pipeline.session import Session
from isnad.pipeline.steps import STEPS
from isnad.store import Store
from isnad.text.outlets import load_outlets

NOTHING_FOUND = Comparison((), (), ())


def opened(
    paths: Sequence[Path], store: Store, options: Options, progress: Progress | None = None, steps: Steps = STEPS
) -> Session:
    """A session whose documents are read and analysed; ask it for ``analyses`` and ``failures``.

    Raises ``UsageError`` for a path that does not exist, ``DataError`` for a malformed outlet table, ``StoreError``
    if the case cannot be written.
    """
    session = Session(paths, store, options, resources_of(paths, options), steps, progress or Quiet())
    session.read()
    session.analyse()
    return session


def run(
    paths: Sequence[Path], store: Store, options: Options, progress: Progress | None = None, steps: Steps = STEPS
) -> Dossier:
    """The dossier of all documents under ``paths``; what ``store`` has already is not done again.

    A document that fails is listed in ``Dossier.failures``.  Raises as ``opened`` does, and ``RunError`` if a step
    over the whole case fails.
    """
    session = opened(paths, store, options, progress, steps)
    analyses = tuple(session.analyses())
    resolution, comparison = Resolution(), NOTHING_FOUND
    if analyses and steps.resolve:
        resolution = session.derive(steps.resolve, analyses)
        analyses = resolved(analyses, resolution)
    if analyses and steps.compare:
        comparison = session.derive(steps.compare, analyses, resolution)
    title = options.title or _title(paths)
    provenance = _provenance(analyses, options, session.resources, steps)
    settings = {**provenance.options, "title": title, "version": __version__, "resources": provenance.resources_hash}
    session.finish(settings)
    session.end()
    outlets = outlet_names(analyses, load_outlets(session.resources.outlet_files))
    return Dossier(title, analyses, comparison, session.failures, provenance, resolution, outlets)


def _title(paths: Sequence[Path]) -> str:
    return ", ".join(dict.fromkeys(path.resolve().name for path in paths))


def _provenance(analyses: Sequence[Analysis], options: Options, resources: Resources, steps: Steps) -> Provenance:
    chosen = {"engine": options.engine}
    if resources.outlets_hash:
        chosen["outlets"] = resources.outlets_hash
    if resources.authority_hash:
        chosen["authority"] = resources.authority_hash
    inputs = tagged("inputs", *(analysis.document.id for analysis in analyses), digits=32)
    return Provenance(__version__, chosen, inputs.removeprefix("inputs:"), resources.builtin, steps.versions())
