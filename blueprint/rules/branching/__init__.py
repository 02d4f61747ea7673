"""Decisions, shares and parallel branches."""
