# Two commands matter: `make run` and `make test`. Only relative paths here: the checkout's own path may hold spaces.

PYTHON ?= python3
ARGS ?=
VENV = .venv
IN_VENV = $(VENV)/bin/python -m

.DEFAULT_GOAL = help
.PHONY: help install install-dev python run test lint format lock messages vendor measure train bench bench-extraction bench-browse screenshots clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' Makefile

# What is installed is a copy of the lock file it was installed from. The copy is taken away first and put back last, so
# an interrupted installation never looks done: without any copy the whole environment is made anew.
define install_from
	@cmp -s $(1).txt $(VENV)/.$(1).installed || { \
		echo "Installing $(1).txt into $(VENV) ..." && \
		rm -f $(VENV)/.$(1).installed && \
		$(IN_VENV) pip install --quiet --disable-pip-version-check --no-input --require-hashes -r $(1).txt && \
		cp $(1).txt $(VENV)/.$(1).installed; }
endef

python:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null || { \
		echo "newsdesk: needs Python 3.11 to 3.14, and $(PYTHON) is not one. Name another: make run PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "newsdesk: $(PYTHON) cannot make virtual environments. On Debian or Ubuntu: apt install python3-venv" >&2; exit 1; }
	@{ test -e $(VENV)/.requirements.installed && $(VENV)/bin/python -c 'import pip' 2>/dev/null; } || { \
		rm -f $(VENV)/.requirements*.installed && $(PYTHON) -m venv --clear $(VENV) && touch $(VENV)/.requirements.installed; }

install: python ## make .venv with the locked requirements, and nothing else
	$(call install_from,requirements)

install-dev: install
	$(call install_from,requirements-dev)

run: install ## start everything in the foreground (HOST, PORT, NEWSDESK_DATA from the environment)
	@exec $(VENV)/bin/python manage.py serve --parent $$PPID

test: install-dev ## run the tests (ARGS="-k words")
	@$(IN_VENV) pytest -n auto --dist loadgroup $(ARGS)

lint: install-dev ## style, templates, types
	@$(IN_VENV) ruff check .
	@$(IN_VENV) ruff format --check .
	@find templates -name '*.html' -exec $(VENV)/bin/djade --target-version 5.2 --check {} +
	@$(IN_VENV) mypy

format: install-dev ## rewrite to the house style
	@$(IN_VENV) ruff check --fix .
	@$(IN_VENV) ruff format .
	@find templates -name '*.html' -exec $(VENV)/bin/djade --target-version 5.2 {} +

UV = $(IN_VENV) uv pip compile --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --custom-compile-command 'make lock'

lock: install-dev ## settle requirements*.in into requirements*.txt (ARGS=--upgrade for newer versions)
	@$(IN_VENV) pip install --quiet --disable-pip-version-check uv
	@$(UV) $(ARGS) requirements.in -o requirements.txt >/dev/null
	@$(UV) $(ARGS) -c requirements.txt requirements-dev.in -o requirements-dev.txt >/dev/null

TRAINING = $(VENV)/training

train: install ## learn the models of stories, lines, types, topics and roles anew (ARGS=--check only prints the figures)
	@$(IN_VENV) pip install --quiet --disable-pip-version-check --target $(TRAINING) --upgrade \
		-r tests/extraction/training/requirements.txt
	@PYTHONPATH=$(TRAINING) OMP_NUM_THREADS=1 $(IN_VENV) tests.extraction.training.train $(ARGS)

messages: install ## collect what people read into locale/, and compile the translations (needs GNU gettext)
	@$(VENV)/bin/python manage.py messages

vendor: install-dev ## copy what the pages and their tests use from npm packages (needs Node)
	@$(VENV)/bin/python manage.py vendor

measure: install ## score the extraction on the labelled corpus (ARGS="--half develop --verbose")
	@$(IN_VENV) tests.extraction.measure $(ARGS)

bench: bench-extraction bench-browse ## print how fast the product reads and answers (ARGS="--events 1000000")

bench-extraction: install
	@$(IN_VENV) tests.extraction.bench $(if $(filter bench,$(MAKECMDGOALS)),,$(ARGS))

bench-browse: install
	@$(IN_VENV) tests.facets.bench $(ARGS)

screenshots: install-dev ## take the README's pictures from the running product (needs Chromium)
	@$(IN_VENV) docs.screenshots.take

clean: ## remove .venv and caches; the data in var/ stays
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis test-results
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
