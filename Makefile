PORT ?= 8080
SECONDS ?= 60
KILLS ?= 100
SHARD ?= 0/8

# What the built page depends on; nothing is rebuilt unless one of these changed.
# Folders count too: theirs is the only time that changes when a file is removed.
TOOLS := Cargo.toml $(wildcard Cargo.lock) rust-toolchain.toml .cargo/config.toml scripts/tools.sh scripts/flags.sh
SOURCES := $(shell find src blank/src documents standards style static 2>/dev/null) $(TOOLS) \
  index.html Trunk.toml build.rs scripts/build.sh scripts/blank.sh scripts/finish.mjs scripts/split.mjs scripts/split-manifest.mjs scripts/blank.mjs scripts/files.mjs scripts/hosting.mjs
OFFICE := $(or $(CARGO_TARGET_DIR),target)/office

.PHONY: help run watch build dist serve test check browser shots pictures size bench repro fuzz mutants next kill clean

help: ## what can be asked for (the default)
	@awk -F ' ## ' '/^[a-z]+:.* ## / { split($$1, name, ":"); printf "make %-8s %s\n", name[1], $$2 }' Makefile

run: ## build, then serve on http://127.0.0.1:8080/ (PORT=8081 for another port)
	@PORT=$(PORT) sh scripts/run.sh

watch: ## the same, built anew in half a minute whenever a file changes; larger and slower than the release
	@PORT=$(PORT) sh scripts/watch.sh

build: dist/index.html ## the release build, in dist/

dist: dist/SHA256SUMS ## what is handed out, in dist/: the folder for a web host, xingzhan.html, xingzhan.zip, SHA256SUMS

serve: ## serve dist/ as it is
	@node scripts/serve.mjs dist $(PORT)

test: ## every check: format, lints, native tests, build, browser tests
	@sh scripts/test.sh

check: ## the checks that need no browser, for every change: format, lints, native tests
	@sh scripts/test.sh check

browser: ## only the tests that drive a browser
	@sh scripts/test.sh browser

shots: build ## pictures of every page, wide and narrow, light and dark, in both languages, in target/shots/
	@cargo run --quiet -p xingzhan-browser-tests --bin shots target/shots

pictures: build ## the pictures of README, in docs/
	@cargo run --quiet -p xingzhan-browser-tests --bin shots -- --readme docs

fuzz: ## noise for every reader of files, 60 s each (SECONDS=300 for longer)
	@sh scripts/fuzz.sh $(SECONDS)

mutants: ## does a test notice a change of the model? a part of all, SHARD=0/8
	@sh scripts/mutants.sh $(SHARD)

size: dist ## how large the built files are; fails when over budget
	@node scripts/size.mjs dist

bench: dist ## how fast it is in the newest Chromium: start, key press to painted score, memory after 10,000 edits, a county's submissions taken in; a quarter of an hour, no test
	@sh scripts/bench.sh

repro: ## builds the commit again in another folder and compares the bytes; as long as a first build
	@sh scripts/repro.sh

next: target/next/index.html ## the program of the next format, in target/next/, for a test

kill: ## the browser is killed while a person types: KILLS=100 times
	@KILLS=$(KILLS) sh scripts/test.sh kill

clean: ## remove everything that was built
	rm -rf dist target

# Trunk writes dist/ only when all went well, and then anew: what is made out of it is gone with the old one.
dist/index.html: $(SOURCES) $(OFFICE)/office-read_bg.wasm
	@sh scripts/build.sh && touch $@

# The modules that are loaded on demand; the last of them stands for both.
$(OFFICE)/office-read_bg.wasm: $(shell find office/*/src documents) office/write/Cargo.toml office/read/Cargo.toml $(TOOLS) scripts/office.sh
	@sh scripts/office.sh && touch $@

# Built fast rather than small; the test that needs it runs two releases side by side.
target/next/index.html: $(SOURCES) $(OFFICE)/office-read_bg.wasm scripts/next.sh
	@sh scripts/next.sh "$(CURDIR)/target/next" && touch $@

dist/SHA256SUMS: dist/index.html scripts/single.mjs
	@. scripts/tools.sh && node scripts/single.mjs dist
