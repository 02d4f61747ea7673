"""Colours for programs that show text: the Pygments lexer, and the machine it runs, which is made from the grammar."""
