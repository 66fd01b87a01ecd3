# What a newcomer and the CI need; `make` alone says what there is.
# Everything made is in .venv, and in caches that git ignores.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# An installer compiles what it copies; what is installed editable would be compiled at its first
# start, or at each where Python may write no bytecode.
COMPILE := $(BIN)/python -m compileall -q tipdiff

# What `make demo` compares.
OLD ?= fixtures/varona/2006
NEW ?= fixtures/varona/2007

# Pictures need no display, and their font cache belongs to what `make clean` takes away.
export MPLBACKEND := Agg
export MPLCONFIGDIR := $(CURDIR)/$(VENV)/matplotlib

.DELETE_ON_ERROR:
.PHONY: help demo test fuzz lint nightly bench docs clean

help:
	@echo 'make demo    compare two reports of an invented country'
	@echo 'make test    run every test'
	@echo 'make fuzz    try a hundred thousand hostile inputs (twenty minutes of one core)'
	@echo 'make nightly search longer, and kill builds of archives 50 times'
	@echo 'make lint    check style and types'
	@echo 'make bench   print the benchmarks (TIPDIFF_REAL_TEXTS=FOLDER: on real texts too)'
	@echo 'make docs    build the documentation in build/docs, and the manual page'
	@echo 'make clean   take away all that make has made'
	@echo 'PYTHON=python3.12 make ... chooses the Python (3.11 or later)'

# A stamp says that a step is done: a second run goes straight to work.
$(VENV)/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo 'tipdiff needs Python 3.11 or later; choose one with PYTHON=...' >&2; exit 1; }
	@echo 'Making $(VENV) ...'
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/installed: $(VENV)/made pyproject.toml
	@echo 'Installing tipdiff and what it needs ...'
	@$(PIP) install --editable .
	@$(COMPILE)
	@touch $@

$(VENV)/installed-dev: $(VENV)/made pyproject.toml
	@echo 'Installing tipdiff and what its tests need ...'
	@$(PIP) install --editable '.[dev]'
	@$(COMPILE)
	@touch $@ $(VENV)/installed

$(VENV)/installed-bench: $(VENV)/installed-dev
	@echo 'Installing what the benchmarks measure beside ...'
	@$(PIP) install --editable '.[dev,bench]'
	@touch $@

$(VENV)/installed-docs: $(VENV)/installed
	@echo 'Installing what builds the documentation ...'
	@$(PIP) install --editable '.[docs]'
	@touch $@

# The command ends with 1 because the reports differ: here that is success.
demo: $(VENV)/installed
	$(BIN)/tipdiff diff --no-pager $(OLD) $(NEW) || [ $$? -eq 1 ]
	@echo
	@echo 'That is what changed between two reports of an invented country. Next, try:'
	@echo '  $(BIN)/tipdiff diff $(OLD) $(NEW) --format json'
	@echo '  $(BIN)/tipdiff show $(NEW)'
	@echo '  $(BIN)/tipdiff claims $(NEW)'
	@echo '  $(BIN)/tipdiff trends $(dir $(patsubst %/,%,$(NEW)))'
	@echo '  $(BIN)/tipdiff --help'
	@echo 'or give it your own: make demo OLD=FILE_OR_FOLDER NEW=FILE_OR_FOLDER'

test: $(VENV)/installed-dev
	$(BIN)/python -m pytest -n auto

fuzz: $(VENV)/installed-dev
	$(BIN)/python -m pytest -n auto --dist worksteal tests/fuzz --hypothesis-profile=nightly

# Kills builds of archives at ten times as many points, and draws more of what is drawn.
nightly: $(VENV)/installed-dev fuzz
	TIPDIFF_KILLS=50 $(BIN)/python -m pytest tests/archive/test_killed.py

lint: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/installed-bench
	$(BIN)/python -m benchmarks

# A warning is an error: a link that leads nowhere, a page that no table of contents names.
docs: $(VENV)/installed-docs
	$(BIN)/python -m sphinx -q -W --keep-going docs build/docs
	$(BIN)/python -m sphinx -q -W -b man docs build/man
	@echo 'Open build/docs/index.html'

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
