"""Runs the cells of a notebook, given as a JSON list, and prints as JSON what each shows. A program of its own: a shell
of IPython changes the interpreter that it lives in."""

from __future__ import annotations

import json
import sys
from typing import Any

from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output


def main() -> None:
    run: Any = InteractiveShell.instance().run_cell  # which has no annotations
    results = []
    for cell in json.load(sys.stdin):
        with capture_output() as shown:
            done = run(cell, store_history=True)
        outputs = [each.data for each in shown.outputs]
        results.append({"ok": done.success, "said": shown.stdout + shown.stderr, "outputs": outputs})
    sys.stdout.write(json.dumps(results))


if __name__ == "__main__":
    main()
