"""Runs a program of a Python package whose Debian package would bring a daemon: run.py MODULE PROGRAM ARGUMENTS."""
import importlib
import sys

module = sys.argv[1]
sys.argv = sys.argv[2:]
sys.exit(importlib.import_module(module).main())
