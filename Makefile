# The commands people type. Each works on a fresh machine with Python 3.11 or newer, git and make.

PYTHON ?= python3
PORT ?= 8000
FORMAT ?= text
N ?= 1000
SECONDS ?= 60
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed-$(shell cat requirements.lock | cksum | cut -d' ' -f1)
DEV_STAMP := $(VENV)/.installed-dev-$(shell cat requirements-dev.lock | cksum | cut -d' ' -f1)
FUZZ_STAMP := $(VENV)/.installed-fuzz-$(shell cat requirements-fuzz.lock | cksum | cut -d' ' -f1)
FACTCHECK := $(BIN)/factcheck

.DEFAULT_GOAL := help
.PHONY: help serve html new documents check publish test lint format messages schemas fmt pictures \
	cards bench profile bounds judge fuzz translations requirements clean clean-samples

help:  ## Show these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: $(STAMP)  ## Show the site on this machine, drafts too, as you write (PORT=8000)
	@$(FACTCHECK) serve --port $(PORT)

html: $(STAMP)  ## Build the site into output/ (JOBS=2 processes; one for each core)
	@$(if $(JOBS),FACTCHECK_JOBS=$(JOBS) )$(BIN)/pelican -s pelican.conf.py

new: $(STAMP)  ## Begin a fact-check of a document (SEED=path/to/file; - reads what is piped in)
	@$(FACTCHECK) new "$(SEED)"

documents: requirements-documents.lock | $(STAMP)  ## Install what reads PDF, DOCX and web pages for make new
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-documents.lock

check: $(STAMP)  ## Check every document and verdict; tell all problems (FORMAT=github; HISTORY=yes)
	@$(FACTCHECK) check --format $(FORMAT) $(if $(filter yes,$(HISTORY)),--history)

publish: $(STAMP)  ## Build for publishing: refuses placeholders, silent changes; SAMPLES=yes: samples
	@$(FACTCHECK) ready $(if $(filter yes,$(SAMPLES)),--with-samples)
	@$(BIN)/pelican -s pelican.conf.py

test: $(DEV_STAMP) lint  ## Run every test, with lint, types and layers
	@$(BIN)/python -m pytest --numprocesses 2 --dist loadfile --no-loadscope-reorder

lint: $(DEV_STAMP)  ## Check style, types and layers
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@PYTHONPATH=plugins $(BIN)/lint-imports --no-cache

format: $(DEV_STAMP)  ## Put the code in its standard form
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

messages: $(DEV_STAMP)  ## List every message of the check in docs/messages.md
	@PYTHONPATH=plugins:tests $(BIN)/python docs/messages.py

schemas: $(STAMP)  ## Tell editors' programs the keys, the ratings and the names in use
	@$(FACTCHECK) schema

fmt: $(STAMP)  ## Put every verdict in order: keys, indents, long lines; comments stay
	@$(FACTCHECK) fmt

pictures: $(DEV_STAMP)  ## Take the pictures in the papers anew
	@PYTHONPATH=plugins:tests $(BIN)/python docs/pictures.py

cards: $(DEV_STAMP)  ## Draw share cards of odd texts, to be looked at (FONTS=: more font files)
	@PYTHONPATH=plugins:tests $(BIN)/python tests/sheets.py .bench/cards $(FONTS)

bench: $(STAMP)  ## Measure builds of N=1000 fact-checks beside other generators (BENCH=-h: options)
	@$(BIN)/python -m bench run $(N) $(BENCH)

profile: $(STAMP)  ## Show where the time of a build of N=1000 fact-checks goes
	@$(BIN)/python -m bench profile $(N) $(BENCH)

bounds: $(STAMP)  ## Measure what it costs to read the largest inputs; writes docs/limits.md
	@$(BIN)/python -m bench bounds

judge: $(STAMP)  ## Let validators, a link checker and Lighthouse judge the site (JUDGE=-h: options)
	@PYTHONPATH=plugins:tests $(BIN)/python -m judge $(JUDGE)

fuzz: $(FUZZ_STAMP)  ## Feed each reader what a fuzzer makes up (SECONDS=60 for each; Linux)
	@for target in sidecar document anchoring; do \
		PYTHONPATH=plugins:tests $(BIN)/python tests/fuzz/run.py $$target $(SECONDS) || exit 1; \
	done

translations: $(STAMP)  ## Bring the interface's translations up to date; LANGUAGE=de begins one
	@$(FACTCHECK) translations $(LANGUAGE)

requirements: $(DEV_STAMP)  ## Lock the requirements anew, with hashes (UPGRADE=-U takes newer ones)
	@$(BIN)/uv pip compile -q --universal --generate-hashes --python-version 3.11 \
		--custom-compile-command "make requirements" $(UPGRADE) pyproject.toml -o requirements.lock
	@$(BIN)/uv pip compile -q --universal --generate-hashes --python-version 3.11 \
		--custom-compile-command "make requirements" $(UPGRADE) pyproject.toml --group dev -o requirements-dev.lock
	@$(BIN)/uv pip compile -q --universal --generate-hashes --python-version 3.11 \
		--custom-compile-command "make requirements" $(UPGRADE) pyproject.toml --group fuzz -o requirements-fuzz.lock
	@$(BIN)/uv pip compile -q --universal --generate-hashes --python-version 3.11 \
		--custom-compile-command "make requirements" $(UPGRADE) pyproject.toml --group documents -o requirements-documents.lock

clean:  ## Remove everything that was built or installed
	@rm -rf output .output.* .factcheck .bench .judge $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -prune -exec rm -rf {} +

clean-samples:  ## Remove the worked example and the specimens
	@rm -rf seeds/samples seeds/000_5bd0f32cbaf4689e.txt seeds/000_5bd0f32cbaf4689e.verdict.yaml
	@echo "Removed seeds/samples/ and the worked example; git can bring them back."

$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; name it: make PYTHON=python3.12 …" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@printf '%s\n' '#!/bin/sh' 'exec "$$(dirname "$$0")/python" -m factcheck "$$@"' > $(BIN)/factcheck
	@chmod +x $(BIN)/factcheck
	@echo "$(CURDIR)/plugins" > "$$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/factcheck.pth"

$(STAMP): requirements.lock | $(VENV)/pyvenv.cfg
	@echo "Installing what the site needs …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(DEV_STAMP): requirements-dev.lock | $(VENV)/pyvenv.cfg
	@echo "Installing what the tests need …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@ $(STAMP)

$(FUZZ_STAMP): requirements-fuzz.lock | $(VENV)/pyvenv.cfg
	@echo "Installing the fuzzer …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-fuzz.lock
	@touch $@
