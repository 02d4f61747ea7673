"""Every highlighter from one source: the grammar's terminals and rules, and the vocabulary.

`machine` is how a statement is coloured, `forms` how it is cut into lexemes; one module for each editor writes the two
down in that editor's own terms. `tools.build_highlighters` puts the results where they belong.
"""
