"""Service blueprints as text: read, check, draw, compute."""
