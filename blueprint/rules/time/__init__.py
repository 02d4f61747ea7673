"""Standard and acceptable times."""
