# Two commands do everything: `make report` and `make test`. Each makes what it needs, once.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check install --quiet
SOURCES ?= sources
OUT     ?= reports

.PHONY: report test lock clean

report: $(VENV)/.ready-report
	@$(BIN)/analyzer report $(SOURCES) --out $(OUT)

test: $(VENV)/.ready-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or later is needed; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)

# pip checks the hash of every file it installs against the lock.
$(VENV)/.ready-report: requirements.lock pyproject.toml | $(BIN)/python
	@echo "Setting up $(VENV) (once) ..." >&2
	$(PIP) --require-hashes --requirement requirements.lock
	$(PIP) --no-deps --no-build-isolation --no-index --editable .
	@touch $@

$(VENV)/.ready-test: requirements-test.lock $(VENV)/.ready-report
	@echo "Adding the test packages to $(VENV) (once) ..." >&2
	$(PIP) --require-hashes --requirement requirements-test.lock
	@touch $@

# For maintainers: pins anew what pyproject.toml asks for (needs uv).
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  pyproject.toml --extra build --output-file requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  pyproject.toml --extra build --extra test --constraint requirements.lock --output-file requirements-test.lock

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
