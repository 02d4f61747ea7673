"""Tests of `blueprint preview`: its server as it runs, attacked, and its page in a browser."""
