"""Programs that measure: `python -m benchmarks.start`, `.routing`, `.pictures`. They print ratios; no test reads a clock."""
