# Everything one does in this repository is a target here; CI calls the same ones.
# `make` alone lists them.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN := $(BIN)/plus100
TESTS ?= tests
WORKERS ?= auto
CHECKERS := tests/node/node_modules/.package-lock.json
STRICT := scripts/plus100/core/*,scripts/plus100/ledger/*,scripts/plus100/measure/*
export PYTHONUTF8 := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site serve check test lint unit bless bench pictures judge zensical mutation lock format hooks clean

help: ## list these targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

# -- for everybody ---------------------------------------------------------------------------

site: check ## check the records, build the site into site/, show the head of the league table
	@$(RUN) build

serve: $(VENV)/site.stamp ## show the site on this machine and follow every change
	@$(RUN) serve

check: $(VENV)/site.stamp ## check the records
	@$(RUN) check

# -- for developers --------------------------------------------------------------------------

test: lint unit ## everything that CI runs: linters, types, layers, tests, coverage

lint: $(VENV)/dev.stamp ## ruff, formatting, mypy, import layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	PYTHONPATH=scripts $(BIN)/lint-imports --no-cache

# Branch coverage is demanded where figures are made: core, ledger, measure.
unit: $(VENV)/dev.stamp $(if $(shell command -v npm),$(CHECKERS)) ## the tests (TESTS=tests/core for some of them, WORKERS=0 for one process)
	$(BIN)/python -m pytest $(TESTS) -n $(WORKERS) --dist loadfile --cov --cov-report=
	@if [ "$(TESTS)" = tests ]; then $(BIN)/coverage report --skip-covered --fail-under=100 --include='$(STRICT)'; fi

format: $(VENV)/dev.stamp ## let ruff mend what it can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bless: $(VENV)/dev.stamp ## write the golden files anew; read the difference before you commit it
	$(BIN)/python -m pytest tests --bless -q

bench: $(VENV)/dev.stamp ## measure speed against the floor and the peers (see benchmarks/README.md)
	$(BIN)/python benchmarks/run.py

pictures: $(VENV)/dev.stamp ## make the guides' pictures anew (needs Chromium); look at them before you commit
	PYTHONPATH=scripts $(BIN)/python -m pictures

judge: $(VENV)/dev.stamp $(CHECKERS) ## measure four pages with Lighthouse, into benchmarks/README.md
	$(BIN)/python benchmarks/lighthouse.py

zensical: $(VENV)/dev.stamp ## build the site with Zensical too, and say what differs
	$(BIN)/python benchmarks/two_generators.py

mutation: $(VENV)/dev.stamp ## mutate measure and ledger/policy; no survivor without a stated reason
	$(BIN)/python benchmarks/mutation.py

hooks: $(VENV)/dev.stamp ## install the pre-commit hooks
	$(BIN)/pre-commit install

clean: ## remove what was built; the environment stays
	rm -rf site .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis mutants .coverage .coverage.*

# -- the environment -------------------------------------------------------------------------
# Everything comes from hashed locks. Build tools go in first, so that building jieba fetches none.

PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --require-hashes
EDITABLE := $(BIN)/python -m pip --disable-pip-version-check install --quiet --no-deps --no-build-isolation --editable .

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'plus100 needs Python 3.11 or later: make PYTHON=python3.12' >&2; exit 2; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/site.stamp: requirements/build.txt requirements/site.txt pyproject.toml | $(VENV)/bin/python
	@echo 'Installing the locked environment into $(VENV) (once, about a minute) …'
	@$(PIP) -r requirements/build.txt
	@$(PIP) --no-build-isolation -r requirements/site.txt
	@$(EDITABLE)
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt $(VENV)/site.stamp
	@echo 'Installing the developers’ tools into $(VENV) (once) …'
	@$(PIP) --no-build-isolation -r requirements/dev.txt
	@touch $@

# What judges the built pages; without npm and Java the tests that need it are skipped.
$(CHECKERS): tests/node/package.json tests/node/package-lock.json
	@echo 'Installing the checkers of HTML, accessibility and speed into tests/node (once) …'
	@cd tests/node && npm ci --no-progress --loglevel=error
	@touch $@

COMPILE = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header $(UPGRADE)

lock: | $(VENV)/bin/python ## write requirements/*.txt anew from *.in (UPGRADE=--upgrade for newer versions)
	@$(PIP) -r requirements/lock.txt
	$(COMPILE) requirements/dev.in -o requirements/dev.txt
	$(COMPILE) -c requirements/dev.txt requirements/site.in -o requirements/site.txt
	$(COMPILE) -c requirements/dev.txt requirements/build.in -o requirements/build.txt
	$(COMPILE) requirements/lock.in -o requirements/lock.txt
