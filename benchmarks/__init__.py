"""Programs that measure, run as `python -m benchmarks.NAME`. They print ratios; no test reads a clock."""
