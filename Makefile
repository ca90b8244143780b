# make demo: environment, install, the main job on the example case.   make test: everything the tests need, and the tests.
PY := .venv/bin/python
CASE := $(firstword $(wildcard examples/*/truth.json))
OUT := out

.PHONY: demo test lint types docs check bench clean

.venv/ready: pyproject.toml tools/setup.sh
	sh tools/setup.sh core
	@touch $@

.venv/ready-test: pyproject.toml tools/setup.sh
	sh tools/setup.sh test
	@touch $@ .venv/ready

.venv/ready-bench: pyproject.toml tools/setup.sh
	sh tools/setup.sh bench
	@touch $@ .venv/ready

demo: .venv/ready
	@mkdir -p $(OUT)
	$(PY) -m isnad dossier $(dir $(CASE)) -o $(OUT)/dossier.html
	@echo "The dossier is $(abspath $(OUT)/dossier.html): open it in any browser."

test: .venv/ready-test
	$(PY) -m pytest

lint: .venv/ready-test
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .

types: .venv/ready-test
	$(PY) -m mypy

docs: .venv/ready-test
	$(PY) tools/build_case.py --check
	$(PY) tools/make_command_docs.py --check
	$(PY) tools/check_docs.py
	$(PY) -m isnad lang check

check: test lint types docs

bench: .venv/ready-bench
	$(PY) -m tools.bench

clean:
	rm -rf $(OUT) .venv
