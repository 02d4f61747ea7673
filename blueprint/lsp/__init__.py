"""The language server: the rules, the formatter and the picture at the moment of typing.

`document` holds what is open and what follows from it; each feature is a module of pure functions from an `Analysed`
text and a place in it to records with spans in code points. `convert` alone knows lines and the units of an editor,
`server` alone the protocol.
"""
