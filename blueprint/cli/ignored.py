"""What git would ignore, where there is no git: the `.gitignore` files of a repository, and its `.git/info/exclude`."""

from __future__ import annotations

import os
from collections.abc import Iterator

from pathspec import GitIgnoreSpec


def unignored(folder: str, root: str) -> Iterator[str]:
    """The files below a folder that the repository at `root` does not ignore, relative to the folder and with forward
    slashes. Other repositories inside are not entered, as git does not; a folder that is ignored as a whole is walked
    all the same, for somebody has named it."""
    folder = os.path.realpath(folder)
    below = os.path.relpath(folder, root).replace(os.sep, "/")
    names = [] if below == "." else below.split("/")
    ignored = _Ignored(root)
    for count in range(1, len(names) + 1):
        at = "/".join(names[:count])
        if ignored(f"{at}/"):
            ignored = _Ignored("")  # knows nothing
            break
        ignored.enter(at)
    yield from _walk(folder, "/".join(names), "", ignored)


def _walk(folder: str, at: str, inside: str, ignored: _Ignored) -> Iterator[str]:
    """The files in a folder, which lies at `at` in the repository and `inside` what was named."""
    waiting = [(folder, at, inside)]
    while waiting:
        folder, at, inside = waiting.pop()
        ignored.enter(at)
        try:
            entries = list(os.scandir(folder))
        except OSError:  # as a walk does: what cannot be looked into is passed over
            continue
        for each in entries:
            name = f"{at}/{each.name}" if at else each.name
            here = f"{inside}/{each.name}" if inside else each.name
            if not each.is_dir(follow_symlinks=False):
                if not ignored(name):
                    yield here
            elif not ignored(f"{name}/") and not os.path.exists(os.path.join(each.path, ".git")):
                waiting.append((each.path, name, here))


class _Ignored:
    """Whether a path from the root, a folder's with a slash at its end, is ignored by the folders entered so far. The
    folder nearest to it that says anything has the last word."""

    def __init__(self, root: str) -> None:
        self._root = root
        self._specs: dict[str, GitIgnoreSpec | None] = {}
        self._everywhere = _spec(os.path.join(root, ".git", "info", "exclude")) if root else None
        self.enter("")

    def enter(self, folder: str) -> None:
        """Read what the `.gitignore` of a folder says, before anything in the folder is asked for."""
        if self._root and folder not in self._specs:
            self._specs[folder] = _spec(os.path.join(self._root, *folder.split("/"), ".gitignore"))

    def __call__(self, path: str) -> bool:
        above = path.rstrip("/")
        while above:
            above = above.rpartition("/")[0]
            said = _says(self._specs.get(above), path[len(above) + 1 :] if above else path)
            if said is not None:
                return said
        return bool(_says(self._everywhere, path))


def _says(spec: GitIgnoreSpec | None, path: str) -> bool | None:
    return spec.check_file(path).include if spec else None


def _spec(file: str) -> GitIgnoreSpec | None:
    try:
        with open(file, encoding="utf-8-sig", errors="surrogateescape") as stream:
            lines = [line.rstrip("\n") for line in stream]
    except OSError:
        return None
    try:
        return GitIgnoreSpec.from_lines(lines)
    except ValueError:  # a line that is no pattern; git passes over it
        return GitIgnoreSpec.from_lines(filter(_is_pattern, lines))


def _is_pattern(line: str) -> bool:
    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True
