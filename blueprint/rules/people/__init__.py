"""Roles and their numbers."""
