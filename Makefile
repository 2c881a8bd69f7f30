# Two commands matter: `make run` and `make test`. Both set up what is missing.

SWIFT ?= swift
STDLIB := $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib)
# The toolchain's own linker leaves out what nothing calls, and one of two functions that are the same.
LINK = -Xswiftc -use-ld=lld -Xswiftc -L -Xswiftc $(shell scripts/static-libraries) -Xlinker --icf=safe \
  -Xlinker --no-export-dynamic -Xlinker --as-needed -Xlinker -z -Xlinker pack-relative-relocs -Xlinker -O2 --disable-local-rpath
OPTIMIZED := -c release $(STDLIB) $(if $(STDLIB),$(LINK))
RELEASE := $(OPTIMIZED) --product courant
PREFIX ?= /usr/local
# What installs what is missing; a package's recipe has seen to that itself: SETUP=true.
SETUP ?= scripts/setup
SOURCES := Package.swift Sources Tests Tools

export SWIFT_BACKTRACE = enable=no

.PHONY: run build test unit torture fuzz fuzz-short gate check lint format docs bench compare sizes install uninstall deb tarball install-test clean

run: build
	@$$($(SWIFT) build $(RELEASE) --show-bin-path)/courant seeds

build:
	@$(SETUP)
	@COURANT_COMMIT="$$(scripts/commit)" $(SWIFT) build $(RELEASE) >&2

test:
	@scripts/setup test
	$(SWIFT) build --build-tests
	SWIFT="$(SWIFT)" COURANT_REQUIRE_TMUX=1 scripts/test

# What needs no other process, no terminal and no clock, in under a minute once built: for between two edits.
unit:
	@scripts/setup
	$(SWIFT) build --build-tests
	COURANT_UNIT=1 $(SWIFT) test --skip-build --filter '^(Briefing|Canvas|Catalog|Formats|Reader|System|Project)Tests\.'

# Kills, full and broken disks, power failures, garbled pages and a crowd. Takes an hour; `make torture PART=kills` a part of it.
torture: build
	@scripts/setup torture
	@$(SWIFT) build $(OPTIMIZED) --product catalog-hand >&2
	@scripts/torture $$($(SWIFT) build $(RELEASE) --show-bin-path) $(PART)

# New inputs against every promise, or against one: make fuzz TARGET=gate SECONDS=600.
fuzz:
	@scripts/fuzz build
	@scripts/fuzz run $(or $(TARGET),all) $(or $(SECONDS),60)

# The same for a machine that has little time: what is kept, then twenty seconds a promise.
fuzz-short:
	@scripts/fuzz build
	@scripts/fuzz replay
	@scripts/fuzz run all 20

# The gate on every scalar, on pairs of special ones, and on ten million random strings.
gate:
	@scripts/fuzz gate $(STRINGS)

# Everything a commit on main must pass: the style, the tests, and documents that say what the code says.
check: lint test docs
	git diff --exit-code -- docs README.md

lint:
	$(SWIFT) format lint --strict --recursive $(SOURCES)

format:
	$(SWIFT) format --in-place --recursive $(SOURCES)

docs: build
	@scripts/docs $$($(SWIFT) build $(RELEASE) --show-bin-path)/courant

bench: build
	@$(SWIFT) build $(OPTIMIZED) --product bench-parser >&2
	@$(SWIFT) build $(OPTIMIZED) --product train-boundary >&2
	@scripts/bench $$($(SWIFT) build $(RELEASE) --show-bin-path)

# The peers that are installed beside it, on made-up stories: the table of docs/benchmarks.md. STORIES=10000 RUNS=3.
compare: build
	@scripts/compare $$($(SWIFT) build $(RELEASE) --show-bin-path)/courant --stories $(or $(STORIES),10000) --runs $(or $(RUNS),3)

# How soon, how long and how much memory for inputs of sizes that no story has; takes some minutes and 2 GB of memory.
sizes: build
	@scripts/bench-sizes $$($(SWIFT) build $(RELEASE) --show-bin-path)/courant

# The program, the manual and the completions; DESTDIR is put before every path.
install: build
	@scripts/install $$($(SWIFT) build $(RELEASE) --show-bin-path)/courant "$(DESTDIR)" "$(PREFIX)"

# Takes away what `make install` put there, and nothing else.
uninstall:
	@scripts/install --remove "$(DESTDIR)" "$(PREFIX)"

# Packages of the built program, in .build/packages.
deb: build
	@scripts/package deb $$($(SWIFT) build $(RELEASE) --show-bin-path)/courant

tarball: build
	@scripts/package tarball $$($(SWIFT) build $(RELEASE) --show-bin-path)/courant

# Each way of installing in an empty root of each system that can be had here, run there, and removed without a trace. Needs root.
install-test: build
	@scripts/install-test $$($(SWIFT) build $(RELEASE) --show-bin-path)/courant $(SUITES)

clean:
	rm -rf .build
