"""The Pygments lexer: `service-blueprint`, for files that end in `.bp` and are not Android's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from pygments.lexer import Lexer
from pygments.token import (
    Comment,
    Error,
    Keyword,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Whitespace,
    _TokenType,
)  # fmt: skip

from blueprint.highlighting.machine import classes

TOKENS = {
    "comment": Comment.Single, "string": String.Double, "keyword": Keyword, "lane": Keyword.Type,
    "attribute": Name.Attribute, "constant": Name.Constant, "number": Number, "operator": Operator,
    "definition": Name.Class, "reference": Name.Variable, "punctuation": Punctuation, "invalid": Error,
}  # fmt: skip
_FIRST = re.compile(r'(?:\s|\ufeff|#[^\r\n]*)*(?:blueprint|library)[ \t]+(?:[^\W\d][\w-]*|")')


class ServiceBlueprintLexer(Lexer):
    """For service blueprints and their libraries."""

    name = "Service blueprint"
    # Others have `blueprint` (a language of GTK) and `bp` (Android's build files), and built-in lexers come first.
    aliases: ClassVar = ["service-blueprint"]
    filenames: ClassVar = ["*.bp"]
    mimetypes: ClassVar = ["text/x-service-blueprint"]
    url = ""

    def get_tokens_unprocessed(self, text: str) -> Iterator[tuple[int, _TokenType, str]]:
        """Offset, token and text of every piece, in order; together they are the whole text."""
        done = 0
        for start, end, name in classes(text):
            if start > done:
                yield done, Whitespace, text[done:start]
            yield start, TOKENS[name], text[start:end]
            done = end
        if done < len(text):
            yield done, Whitespace, text[done:]

    @staticmethod
    def analyse_text(text: str) -> float:
        """Sure of a file whose first statement is `blueprint` or `library`; Android's build files have neither."""
        return 1.0 if _FIRST.match(text) else 0.0
