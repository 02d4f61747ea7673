"""Packages the extension of VS Code: `python -m tools.build_vsix [FOLDER]` writes the `.vsix` into `build` or the
folder, and prints what is in it. Nothing is fetched: it needs `npm install` in editors/vscode and `pip install -e
'.[lsp,dev]'`, and takes the Python packages that the server needs out of the Python that runs it.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "editors" / "vscode"
KEPT = ("README.md", "language-configuration.json", "icons", "images", "snippets", "syntaxes")
# What only other commands than those of the extension use, or what is made for one kind of machine.
LEFT_OUT = frozenset({"networkx", "resvg-py"})
MACHINE_CODE = (".so", ".pyd", ".dylib", ".dll", ".exe")
_LINE = "\n\n" + "-" * 80 + "\n\n"


def build(folder: Path) -> Path:
    """Write the `.vsix` into the folder, and say where it is."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        stage = Path(temporary) / "extension"
        stage.mkdir()
        manifest = _manifest()
        (stage / "package.json").write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n", "utf-8")
        for name in KEPT:
            _copy(SOURCE / name, stage / name)
        shutil.copy(ROOT / "LICENSE", stage / "LICENSE.txt")
        libraries = stage / "bundled" / "libs"
        licences = [*_scripts(stage / "dist"), *_packages(libraries)]
        (stage / "THIRD-PARTY.txt").write_text(_LINE.join(licences) + "\n", "utf-8")
        made = folder / f"{manifest['name']}-{manifest['version']}.vsix"
        _zip(stage, made)
    return made


def contents(path: Path) -> dict[str, int]:
    """The files of a `.vsix`, and the bytes that each takes in it."""
    with zipfile.ZipFile(path) as archive:
        return {each.filename: each.compress_size for each in archive.infolist()}


def _manifest() -> dict[str, object]:
    """The one of the folder, without what is for those who work on it; what is bundled is `dist`."""
    manifest: dict[str, object] = json.loads((SOURCE / "package.json").read_text("utf-8"))
    return {name: value for name, value in manifest.items() if name not in ("scripts", "devDependencies", "private")}


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        shutil.copy(source, target)


# ---------------------------------------------------------------------------------------------------- the client


def _scripts(folder: Path) -> Iterator[str]:
    """Bundle the client and its page; the licences of the packages inside."""
    script = "import('./build.mjs').then(async (it) => console.log((await it.bundle(process.argv[1])).join('\\n')))"
    done = _run(["node", "-e", script, str(folder)])
    shutil.copy(SOURCE / "webview" / "preview.css", folder / "preview.css")
    for name in done.split():
        package = SOURCE / "node_modules" / name
        found = next((each for each in sorted(package.iterdir()) if each.name.lower().startswith("licen")), None)
        if found is None:
            raise SystemExit(f"{package} has no licence")
        yield f"{name}\n\n{found.read_text('utf-8').strip()}"


def _run(command: list[str]) -> str:
    done = subprocess.run(
        command, cwd=SOURCE, capture_output=True, encoding="utf-8", timeout=300, check=False, stdin=subprocess.DEVNULL
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout


# ---------------------------------------------------------------------------------------------------- the server


def _packages(folder: Path) -> Iterator[str]:
    """Put the server and what it needs into a folder; the licences of what others wrote."""
    folder.mkdir(parents=True)
    _own(folder)
    for package in _needed():
        _take(package, folder)
        texts = [each.read_text("utf-8").strip() for each in _licences(package)]
        if not texts:
            raise SystemExit(f"{package.name} has no licence")
        yield f"{package.name} {package.version}\n\n" + "\n\n".join(texts)


def _own(folder: Path) -> None:
    """The package itself, as its wheel has it, with the style sheet by which a page finds its fonts."""
    with tempfile.TemporaryDirectory() as temporary:
        command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", temporary]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=300)
        (wheel,) = Path(temporary).glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(folder)
    from blueprint.render import fonts

    (folder / "blueprint" / "render" / "fonts" / "fonts.css").write_text(fonts.linked(), "utf-8")


def _needed() -> Iterator[Distribution]:
    """What the server needs, and what that needs, in the order of names."""
    found: dict[str, Distribution] = {}
    # Not asked of the installed package: one installed for working on it tells of what was needed then.
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    begin = (*project["dependencies"], *project["optional-dependencies"]["lsp"])
    waiting = [(line, frozenset[str]()) for line in begin]
    while waiting:
        line, wanted = waiting.pop()
        need = Requirement(line)
        key = canonicalize_name(need.name)
        if key not in found and key not in LEFT_OUT and _applies(need, wanted):
            found[key] = distribution(key)
            waiting += [(each, frozenset(need.extras)) for each in found[key].requires or ()]
    yield from (found[key] for key in sorted(found))


def _applies(need: Requirement, extras: frozenset[str]) -> bool:
    return need.marker is None or any(need.marker.evaluate({"extra": each}) for each in ("", *extras))


def _take(package: Distribution, folder: Path) -> None:
    for file in package.files or ():
        if ".." in file.parts or "__pycache__" in file.parts or file.suffix in (".pyc", ".pth"):
            continue
        if file.suffix in MACHINE_CODE:
            raise SystemExit(f"{package.name} is not for every machine: {file}")
        if file.parts[0].endswith(".dist-info") and file.name not in ("METADATA", "entry_points.txt"):
            continue
        target = folder / file
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(str(file.locate()), target)


def _licences(package: Distribution) -> list[Path]:
    files = [each for each in package.files or () if each.name.lower().startswith(("licen", "copying"))]
    return [Path(str(each.locate())) for each in files if each.parts[0].endswith(".dist-info")]


# ---------------------------------------------------------------------------------------------------- the archive


def _zip(stage: Path, made: Path) -> None:
    """By the program of Visual Studio Code, which looks whether all is well with it."""
    vsce = SOURCE / "node_modules" / "@vscode" / "vsce" / "vsce"
    made.unlink(missing_ok=True)
    command = ["node", str(vsce), "package", "--no-dependencies", "--no-rewrite-relative-links"]
    done = subprocess.run(
        [*command, "--skip-license", "--allow-missing-repository", "--out", str(made)], cwd=stage, capture_output=True,
        encoding="utf-8", timeout=300, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(f"{done.stdout}{done.stderr}")


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build"
    made = build(folder.resolve())
    sizes: dict[str, int] = {}
    for name, size in contents(made).items():
        parts = name.split("/")
        key = "/".join(parts[:4] if parts[1:2] == ["bundled"] else parts[:2])
        sizes[key] = sizes.get(key, 0) + size
    for key, size in sorted(sizes.items()):
        print(f"{size / 1000:9.1f} kB  {key}")
    print(f"{made.stat().st_size / 1e6:.2f} MB  {made}")


if __name__ == "__main__":
    main()
