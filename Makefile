# Two commands: `make run` opens the window, `make test` proves that all of it works.
# Each sets up what is missing first; what is done already is skipped.
.DEFAULT_GOAL := run
.PHONY: run test bench fuzz package lock translations setup setup-test setup-fuzz

PYTHON := .venv/bin/python

run: setup
	$(PYTHON) -m boothapp

test: setup-test
	$(PYTHON) -m ruff check
	$(PYTHON) -m mypy
	$(PYTHON) -m pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

bench: setup-test
	$(PYTHON) -m tests.speed

fuzz: setup-fuzz
	$(PYTHON) -m tests.fuzz.badge

package: setup-test
	$(PYTHON) -m PyInstaller --noconfirm --log-level WARN build_spec/boothapp.spec
	build_spec/smoke.sh dist/boothapp/boothapp

lock: setup-test
	build_spec/lock.sh

translations: setup-test
	$(PYTHON) build_spec/translations.py update

setup:
	@build_spec/setup.sh run

setup-test:
	@build_spec/setup.sh test

setup-fuzz:
	@build_spec/setup.sh fuzz
