"""The page of `blueprint preview`: the picture, what is wrong, and the text, live in a browser.

One process serves one blueprint to the browsers of its own machine. `guard` lets in who knows the secret address and
nobody else; `pages` answers; each page that is open has a `Viewer`, which tells it what has changed; `watching` notices
changes on disk; `saving` writes what was edited. `static` is the page itself; its editor is built by `editors/preview`.
"""
