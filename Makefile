# Two commands matter: `make run` and `make test`. Both set up what is missing.

SWIFT ?= swift
STDLIB := $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib)
RELEASE := -c release $(STDLIB) --product courant
PREFIX ?= /usr/local
SOURCES := Package.swift Sources Tests Tools

export SWIFT_BACKTRACE = enable=no

.PHONY: run build test unit torture fuzz fuzz-short gate check lint format docs bench sizes install clean

run: build
	@$$($(SWIFT) build $(RELEASE) --show-bin-path)/courant seeds

build:
	@scripts/setup
	@$(SWIFT) build $(RELEASE) >&2

test:
	@scripts/setup test
	$(SWIFT) build --build-tests
	COURANT_REQUIRE_TMUX=1 timeout 1500 $(SWIFT) test --skip-build

# What needs no other process, no terminal and no clock, in under a minute once built: for between two edits.
unit:
	@scripts/setup
	$(SWIFT) build --build-tests
	COURANT_UNIT=1 $(SWIFT) test --skip-build --filter '^(Briefing|Canvas|Catalog|Formats|Reader|System|Project)Tests\.'

# Kills, full and broken disks, power failures, garbled pages and a crowd. Takes an hour; `make torture PART=kills` a part of it.
torture: build
	@scripts/setup torture
	@$(SWIFT) build -c release $(STDLIB) --product catalog-hand >&2
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
	@$(SWIFT) build -c release $(STDLIB) --product bench-parser >&2
	@$(SWIFT) build -c release $(STDLIB) --product train-boundary >&2
	@scripts/bench $$($(SWIFT) build $(RELEASE) --show-bin-path)

# How soon, how long and how much memory for inputs of sizes that no story has; takes some minutes and 2 GB of memory.
sizes: build
	@scripts/bench-sizes $$($(SWIFT) build $(RELEASE) --show-bin-path)/courant

install: build
	install -d $(DESTDIR)$(PREFIX)/bin
	install $$($(SWIFT) build $(RELEASE) --show-bin-path)/courant $(DESTDIR)$(PREFIX)/bin/courant

clean:
	rm -rf .build
