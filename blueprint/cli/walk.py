"""The files that are meant by a folder: every `.bp` file below it, without those that git ignores and those in hidden
folders. What a user names one by one is always taken.

Git itself is asked. On a machine without it, such as a small image on a server, the `.gitignore` files of a repository
are read here; what somebody's own git is set to ignore everywhere is then not known, nor what is tracked all the same.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from blueprint.diagnostics import Refusal

_OTHERS = frozenset(("android.bp",))  # the build files of another tool, which share the suffix
_UNENTERED = frozenset(("node_modules", "__pycache__"))
_ELSEWHERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")  # set in a hook, for its own repository


def expanded(paths: Iterable[str]) -> tuple[str, ...]:
    """The paths with each folder replaced by its files, in the order of their names; each file once. Raises `Refusal`
    for a folder in which there is none."""
    found: dict[str, None] = {}
    for path in paths:
        if path == "-" or not os.path.isdir(path):
            found[path] = None
            continue
        inside = sorted(_inside(path))
        if not inside:
            raise Refusal(f"There is no blueprint in the folder `{path}`: no file in it ends in `.bp`.")
        found.update(dict.fromkeys(inside))
    return tuple(found)


def _inside(folder: str) -> Iterator[str]:
    listed = _by_git(folder)
    names = _by_walking(folder) if listed is None else listed
    for name in names:
        *folders, file = name.split("/")
        if not file.endswith(".bp") or file.lower() in _OTHERS or any(map(_unentered, folders)):
            continue
        path = os.path.join(folder, *folders, file) if folder != "." else os.path.join(*folders, file)
        if os.path.isfile(path):  # git still knows a file that was just deleted
            yield path


def _unentered(folder: str) -> bool:
    return folder.startswith(".") or folder in _UNENTERED


def _by_git(folder: str) -> Iterable[str] | None:
    """The files below a folder that git tracks or would offer to, relative to it; None where git has no say."""
    root = _repository(folder)
    if not root:
        return None
    import subprocess

    environment = {key: value for key, value in os.environ.items() if key not in _ELSEWHERE}
    # A repository may name a program that git starts to see what has changed: a check must not run it.
    git = ["git", "-c", "core.fsmonitor=false", "-C", folder]

    def run(*arguments: str) -> tuple[int, bytes]:
        done = subprocess.run([*git, *arguments], capture_output=True, env=environment, check=False)
        return done.returncode, done.stdout

    try:
        failed, listed = run("ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", "*.bp")
        # Who names a folder that is ignored as a whole wants it all the same.
        if failed or (not listed and not run("check-ignore", "-q", ".")[0]):
            return None
    except OSError:  # no git on this machine
        from blueprint.cli.ignored import unignored

        return unignored(folder, root)
    return [os.fsdecode(name) for name in listed.split(b"\0") if name]


def _repository(folder: str) -> str:
    """The folder of the repository that a folder is in, or nothing."""
    at = os.path.realpath(folder)
    while not os.path.exists(os.path.join(at, ".git")):
        above = os.path.dirname(at)
        if above == at:
            return ""
        at = above
    return at


def _by_walking(folder: str) -> Iterator[str]:
    for at, folders, files in os.walk(folder):
        folders[:] = [each for each in folders if not _unentered(each)]
        inside = os.path.relpath(at, folder).replace(os.sep, "/")
        yield from (file if inside == "." else f"{inside}/{file}" for file in files if file.endswith(".bp"))
