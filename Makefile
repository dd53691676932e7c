# Second Source. `make help` lists what is here.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
PORT ?= 8000
HOST ?= 127.0.0.1
BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
.DEFAULT_GOAL := help
.PHONY: help install run test test-postgres check evaluate bench-read bench-answer lock screenshots clean

help: ## List the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

install: .venv/.run ## Make .venv ready to run the site

run: install ## Start the site, with a demonstration class, at http://127.0.0.1:8000
	@tools/run $(HOST) $(PORT)

test: .venv/.dev check ## Check and test everything, browser journeys included
	@tools/need-chromium
	@$(BIN)/pytest -n 2 --dist loadgroup

test-postgres: .venv/.dev ## The same tests on a PostgreSQL of their own, journeys left out
	@tools/postgres --careless $(BIN)/pytest -n 2 --dist loadgroup --ignore=tests/journeys

check: .venv/.dev ## Lint, types, templates, migrations, deployment settings
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy .
	@$(BIN)/djlint templates --lint --quiet
	@tools/check-settings

evaluate: .venv/.dev ## Score the reader on the data sets in ../shared/evaluation
	@$(MANAGE) evaluate --table ../shared/evaluation

bench-read: .venv/.dev ## Time reading and drafting against splitting sentences with pysbd
	@$(BIN)/python -m benchmarks.read

bench-answer: .venv/.dev ## Let 200 learners answer for a minute, on SQLite and on PostgreSQL
	@$(BIN)/python -m benchmarks.answer

screenshots: .venv/.dev ## Take the README's pictures again, with the browser tests
	@tools/need-chromium
	@SCREENSHOTS=docs/img $(BIN)/pytest tests/journeys -n 0

lock: ## Compile the hash-locked requirements from pyproject.toml
	@tools/lock

clean: ## Remove the virtual environment and caches; keep the data in var/
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis build

.venv/.run: requirements/run.txt
	@tools/install $(PYTHON) requirements/run.txt
	@touch $@

.venv/.dev: requirements/dev.txt
	@tools/install $(PYTHON) requirements/dev.txt
	@touch $@ .venv/.run
