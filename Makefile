# Needs Python 3.11 or newer and make; everything else is installed into .venv.
PYTHON ?= python3
# The day the sample documents speak for: fixed, so that they do not age.
AS_OF ?= 2026-11-25
# The month of the sample digest.
MONTH ?= 2026-10
# Processes that run tests, and more arguments for pytest: make test ARGS="tests/notes -k risk"
JOBS ?= 2
ARGS ?=

BIN := .venv/bin
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check

.DEFAULT_GOAL := build
.DELETE_ON_ERROR:
.PHONY: build setup test lint check golden docs clean help

build: setup ## Build every document of the sample workspace into output/ (AS_OF=2026-11-25)
	@$(BIN)/presales build --as-of $(AS_OF) --format md,docx
	@$(BIN)/presales digest $(MONTH) --format md,docx

setup: .venv/for-use ## Make .venv with the command .venv/bin/presales

test: .venv/for-tests ## Run the tests; those that need a missing tool are skipped by name
	@$(BIN)/python -m pytest -q -n $(JOBS) $(ARGS)

lint: .venv/for-checks ## Check format, style and types
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary

check: lint ## Run what CI runs: lint, then the tests with branch coverage
	@$(MAKE) --no-print-directory test ARGS="--cov --cov-report=term $(ARGS)"

golden: .venv/for-tests ## Rewrite the golden files from what the code makes now; read the diff
	@$(BIN)/python -m pytest -q -m golden --update-golden $(ARGS)

docs: setup ## Write the generated documentation again
	@$(BIN)/python -m tools.make_docs

clean: ## Remove what is generated and installed; documents edited by hand in output/ go too
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage
	find output -mindepth 1 -maxdepth 1 ! -name README.md -exec rm -rf {} +
	find generator tests tools -name __pycache__ -prune -exec rm -rf {} +

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' Makefile

# pip is the last thing that venv installs: an environment without it is half made and is made again.
$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo 'presales needs Python 3.11 or newer; $(PYTHON) is older or missing. Try: make PYTHON=/path/to/python3.11' >&2; exit 1; }
	@$(PYTHON) -m venv --clear .venv || { \
	  echo 'Python could not make .venv; on Debian and Ubuntu: apt install python3-venv' >&2; exit 1; }

# The source archive of markdown-it-py holds the examples of the CommonMark specification; the wheel does not.
# Stamps: each environment holds the smaller ones, so nothing is installed twice.
.venv/for-use: pyproject.toml | $(BIN)/pip
	@echo 'Installing presales into .venv …' >&2
	@$(PIP) install --editable .
	@touch $@

.venv/for-tests: pyproject.toml | $(BIN)/pip
	@echo 'Installing presales and what its tests need into .venv …' >&2
	@$(PIP) install --editable '.[test]'
	@touch .venv/for-use $@

.venv/for-checks: pyproject.toml | $(BIN)/pip
	@echo 'Installing presales and what its checks need into .venv …' >&2
	@$(PIP) install --editable '.[test,check,judges]'
	@-$(PIP) download --quiet --no-deps --no-binary :all: --dest .venv/judges 'markdown-it-py>=4'
	@touch .venv/for-use .venv/for-tests $@
