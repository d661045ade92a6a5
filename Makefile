# Two commands matter: `make demo` and `make test`. Both set up everything they need.
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
# Every process that the tests start would compile the product anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup demo test slow check realdata format lock clean soak fuzz

help: ## Show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

setup: .venv/.ready ## Create .venv from requirements.lock

.venv/.ready: requirements.lock pyproject.toml scripts/setup.sh
	@PYTHON="$(PYTHON)" bash scripts/setup.sh

demo: setup ## Run the whole main job on the embedded stack, in scaled time
	@$(BIN)/understudy demo

check: setup ## Format, lint, types, architecture
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: check ## All checks, then the tests on real Postgres, Temporal, SMTP and HTTP
	$(BIN)/pytest -n 3 --dist worksteal -m "not slow"

slow: setup ## The tests that take longer: loads, long searches, a kill at every moment
	$(BIN)/pytest -n 2 --dist worksteal -m slow

realdata: setup ## The tests on real data, on all of it (UNDERSTUDY_REAL_DATA names its folder)
	UNDERSTUDY_REAL_DATA_WHOLE=1 $(BIN)/pytest -n 2 -m realdata

soak: setup ## Many runs whose processes are killed at random (RUNS=30 SEED=1)
	@$(BIN)/python -m tests.crash.soak --runs $(or $(RUNS),30) --seed $(or $(SEED),1)

fuzz: setup ## The API against its description for longer (SECONDS=600 SEED=5)
	@UNDERSTUDY_API_FUZZ_SECONDS=$(or $(SECONDS),600) UNDERSTUDY_API_FUZZ_SEED=$(or $(SEED),5) \
		$(BIN)/pytest tests/api/test_schemathesis.py -p no:xdist

format: setup ## Format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: ## Rewrite requirements.lock (needs uv)
	uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --extra dev pyproject.toml -o requirements.lock

clean: ## Remove the virtual environment and the embedded stack's data
	rm -rf .venv .understudy
