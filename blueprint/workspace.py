"""Files on disk: what a blueprint may read, and where its project ends."""

from __future__ import annotations

import codecs
import os
import re
from typing import TYPE_CHECKING

from blueprint.diagnostics import Refusal
from blueprint.source import Source
from blueprint.spelling import nearest
from blueprint.syntax.parser import MAX_BYTES

if TYPE_CHECKING:
    from pathlib import Path  # an import as long as reading a small file: only those who have a path pay for it
    from typing import IO

SETTINGS, SHARED_SETTINGS = "blueprint.toml", "pyproject.toml"
# In the shared settings, on a line of its own; compiled when first used.
OUR_TABLE = rb'\s*\[\s*tool\s*\.\s*"?blueprint"?\s*[.\]]'
_NO_TEXT = (b"PK\x03\x04", b"\x89PNG", b"\xd0\xcf\x11\xe0")  # office documents, pictures, older office documents


class Unreadable(Refusal):
    """A file that cannot be read as text; the message is a sentence for the user."""


class Disk:
    """Reads files for the model, none outside the project root of the file that asks."""

    def read(self, path: str | Path) -> Source:
        """The text of a file. Raises OSError, or UnicodeDecodeError when it is not UTF-8."""
        with open(path, "rb") as file:
            return read_source(file, shown(path))

    def root(self, path: Path) -> Path:
        """The nearest folder upwards that marks a project, else the file's own folder."""
        folder = path.resolve().parent
        return next((each for each in (folder, *folder.parents) if is_root(str(each))), folder)


def read_source(file: IO[bytes], name: str) -> Source:
    """The text of an open file, as far as a blueprint may be long. Raises UnicodeDecodeError when it is not UTF-8."""
    data = file.read(MAX_BYTES + 4)  # no more: a device has no end; the syntax says that it is too large
    return Source(decoded(data, whole=len(data) <= MAX_BYTES), name)


def is_root(folder: str) -> bool:
    """Whether a project ends at this folder."""
    return bool(settings_file(folder)) or os.path.exists(os.path.join(folder, ".git"))


def settings_file(folder: str) -> str:
    """The settings file in one folder, or nothing: `blueprint.toml`, else a `pyproject.toml` with our table in it."""
    own = os.path.join(folder, SETTINGS)
    if os.path.isfile(own):
        return own
    shared = os.path.join(folder, SHARED_SETTINGS)
    try:
        with open(shared, "rb") as stream:
            text = stream.read()
    except OSError:
        return ""
    # Other people's pyproject.toml are not read any further, so that nothing in them is our trouble.
    return shared if b"blueprint" in text and any(re.match(OUR_TABLE, line) for line in text.splitlines()) else ""


def decoded(data: bytes, *, whole: bool = True) -> str:
    """The text of a file's bytes, or of its first bytes, where a last character that is cut in two is left out.

    Its byte order mark is for `Source`. Raises UnicodeDecodeError."""
    return codecs.utf_8_decode(data, "strict", whole)[0]


def no_text(name: str, error: UnicodeDecodeError) -> Unreadable:
    """What to do about bytes that are not UTF-8: they are no text at all, or a text saved in another encoding."""
    data = error.object
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return Unreadable(f"{name} is saved as UTF-16 (“Unicode”). Save it as UTF-8 and try again.")
    if b"\0" in data[:8000] or data[:4] in _NO_TEXT:
        return Unreadable(f"{name} is not a text file. A blueprint is plain text; `blueprint new` writes one.")
    line = data.count(b"\n", 0, error.start) + 1
    return Unreadable(f"{name} is not UTF-8 text (line {line}). Save it as UTF-8 and try again.")


def open_source(path: str) -> Source:
    """The text of the file a user named. Raises `Unreadable` with a sentence that says what is wrong."""
    try:
        if os.path.isdir(path):
            raise Unreadable(f"`{path}` is a folder. Name the files in it, for example `{os.path.join(path, '*.bp')}`.")
        return Disk().read(path)
    except FileNotFoundError:
        raise Unreadable(f"There is no file `{path}`.{_neighbour(path)}") from None
    except UnicodeDecodeError as error:
        raise no_text(f"`{path}`", error) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Unreadable(f"`{path}` cannot be read: {reason}.") from None


def shown(path: str | Path) -> str:
    """The path as a person in the current folder would write it."""
    text = os.fspath(path)
    if os.path.isabs(text):
        relative = os.path.relpath(text) if os.path.splitdrive(text)[0] == os.path.splitdrive(os.getcwd())[0] else text
        return text if relative.startswith("..") else relative
    return text


def _neighbour(path: str) -> str:
    folder = os.path.dirname(path) or "."
    try:
        names = sorted(name for name in os.listdir(folder) if name.endswith(".bp"))
    except OSError:
        return ""
    near = nearest(os.path.basename(path), names, most=1)
    return f" Did you mean `{os.path.join(os.path.dirname(path), near[0])}`?" if near else ""
