"""Editors that real people use, without a screen, against the real `blueprint lsp`, with the configurations of
`editors/` as they are."""
