"""`python -m blueprint`: the command from a bare checkout."""

from blueprint.cli import main

if __name__ == "__main__":
    main()
