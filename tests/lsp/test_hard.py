"""Hard times: the server is killed, files vanish or break, texts are huge and many. Nothing crashes, and nothing that
was told stays when it is no longer so. Each client has a limit of its own for every message it waits for."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.lsp.wire import PUSHED, Client, Message, codes

PULLED: Message = {
    "textDocument": {"diagnostic": {"relatedDocumentSupport": True}},
    "workspace": {"diagnostics": {"refreshSupport": True}},
}
SETTINGS = 'select = ["E"]\n'
LIBRARY = 'library house "House"\nrole clerk "Clerk"\n'
SHOP = """\
blueprint shop "Shop"
use "house.bp"
phase interaction {
  step greet "Greet" { customer "Enters" takes 1min; frontstage "Says hello" by clerk takes 1min }
}
"""
SOONG = """\
// Copyright
package { default_applicable_licenses: ["x"], }
cc_library {
    name: "libfoo",
    srcs: ["*.cpp"],
}
"""


class Folder:
    """A workspace on disk, with one client looking at it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.write("blueprint.toml", SETTINGS)

    def write(self, name: str, text: str) -> str:
        file = self.path / name
        file.write_text(text, encoding="utf-8")
        return file.as_uri()

    @contextlib.contextmanager
    def client(
        self, capabilities: Message = PUSHED, limit: float = 60.0, options: Message | None = None
    ) -> Iterator[Client]:
        with Client(capabilities, str(self.path), limit, options) as client:
            yield client


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def watched(client: Client, *uris: str, kind: int = 2) -> None:
    client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": uri, "type": kind} for uri in uris]})


def told(client: Client, uri: str, version: int | None, wanted: list[str]) -> None:
    """Wait until these and no others are told of a version: of a text that takes long, its syntax comes first."""
    while codes(client.published(uri, version)) != wanted:
        pass


def memory(client: Client) -> float:
    """What the server holds at most, in megabytes; nought where the system does not say."""
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{client.process.pid}/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return 0.0


def test_a_used_file_that_breaks_is_told_where_it_is_used_and_where_it_is_broken(folder: Folder) -> None:
    house = folder.write("house.bp", LIBRARY)
    shop = folder.write("shop.bp", SHOP)
    with folder.client() as client:
        client.open(shop, SHOP)
        told(client, shop, 1, [])
        client.open(house, LIBRARY)
        client.published(house, 1)
        client.change(house, 2, ((1, 5), (1, 10), "agent"))
        told(client, house, 2, [])
        assert codes(_last(client, shop)) == ["unknown-reference"]
        client.change(house, 3, ((1, 0), (1, 4), "rolle"))
        told(client, house, 3, ["unknown-word"])
        client.change(house, 4, ((1, 0), (1, 11), "role clerk"))
        told(client, house, 4, [])
        assert codes(_last(client, shop)) == []


def test_what_is_wrong_in_a_library_that_is_not_open_is_shown_there_and_taken_back(folder: Folder) -> None:
    house = folder.write("house.bp", LIBRARY + 'roll guest "Guest"\n')
    shop = folder.write("shop.bp", SHOP)
    with folder.client() as client:
        client.open(shop, SHOP)
        told(client, house, None, ["unknown-word"])
        folder.write("house.bp", LIBRARY)
        watched(client, house)
        told(client, house, None, [])
        folder.write("house.bp", LIBRARY + 'roll guest "Guest"\n')
        watched(client, house)
        told(client, house, None, ["unknown-word"])
        client.notify("textDocument/didClose", {"textDocument": {"uri": shop}})
        told(client, house, None, [])


def test_a_deleted_file_leaves_nothing_behind(folder: Folder) -> None:
    house, text = folder.write("house.bp", LIBRARY), SHOP.replace("clerk", "clark")
    shop = folder.write("shop.bp", text)
    with folder.client() as client:
        client.open(shop, text)
        told(client, shop, 1, ["unknown-reference"])
        (folder.path / "house.bp").unlink()
        watched(client, house, kind=3)
        assert "use-missing" in codes(client.published(shop, 1))
        (folder.path / "shop.bp").unlink()
        client.notify("workspace/didDeleteFiles", {"files": [{"uri": shop}]})
        client.notify("textDocument/didClose", {"textDocument": {"uri": shop}})
        assert codes(_last(client, shop)) == []


def test_settings_are_read_again_when_they_change(folder: Folder) -> None:
    text = SHOP.replace('use "house.bp"\n', 'role clerk "Clerk"\n')
    shop = folder.write("shop.bp", text)
    with folder.client() as client:
        client.open(shop, text)
        told(client, shop, 1, [])
        toml = folder.write("blueprint.toml", 'select = ["E", "evidence-missing"]\n')
        watched(client, toml)
        told(client, shop, 1, ["evidence-missing"])
        folder.write("blueprint.toml", 'selct = ["E"]\n')
        watched(client, toml)
        said = client.wait(lambda it: it.get("method") == "window/showMessage")[1]["params"]["message"]
        assert "there is no key `selct`. Did you mean `select`?" in said


def test_wrong_settings_are_told_of_where_they_change_no_finding(folder: Folder) -> None:
    text = SHOP.replace('use "house.bp"\n', 'role clerk "Clerk"\n')
    shop = folder.write("shop.bp", text)
    with folder.client() as client:
        client.open(shop, text)
        client.published(shop, 1)
        watched(client, folder.write("blueprint.toml", 'select = ["E"\n'))
        said = client.wait(lambda it: it.get("method") == "window/showMessage")[1]["params"]["message"]
        assert "blueprint.toml" in said


def test_a_killed_server_is_followed_by_one_that_knows_nothing_of_it(folder: Folder) -> None:
    text = SHOP.replace('use "house.bp"\n', 'role clerk "Clerk"\n')
    shop = folder.write("shop.bp", text)
    with folder.client() as client:
        client.open(shop, text)
        for number in range(20):
            client.change(shop, 2 + number, ((0, 16), (0, 16), "x"))
        client.kill()
    with folder.client() as client:
        client.open(shop, text.replace("by clerk", "by clark"))
        told(client, shop, 1, ["unknown-reference"])


def test_a_server_ends_when_its_editor_is_gone(folder: Folder) -> None:
    shop = folder.write("shop.bp", SHOP)
    with folder.client() as client:
        client.open(shop, SHOP)
        assert client.process.stdin is not None
        client.process.stdin.close()
        client.process.wait(30)


def test_build_files_of_others_are_left_alone(folder: Folder) -> None:
    android, soong = folder.write("Android.bp", SOONG), folder.write("lib.bp", SOONG)
    shop = folder.write("shop.bp", SHOP)
    with folder.client() as client:
        client.open(android, SOONG)
        client.open(soong, SOONG)
        client.open(shop, SHOP)
        client.published(shop, 1)
        for uri in (android, soong):
            for method in ("formatting", "documentSymbol", "foldingRange", "semanticTokens/full"):
                params = {"textDocument": {"uri": uri}, "options": {"tabSize": 2, "insertSpaces": True}}
                assert client.request(f"textDocument/{method}", params) is None
        told = [each["params"]["uri"] for each in client.quiet(0.5) if "uri" in each.get("params", {})]
        assert set(told) <= {shop}


def test_a_text_of_five_megabytes_is_told_and_not_read(folder: Folder) -> None:
    big = 'blueprint "X"\n' + "# 客 a comment that goes on for a while, as comments do\n" * 90_000
    uri = (folder.path / "big.bp").as_uri()
    with folder.client() as client:
        client.open(uri, big)
        told(client, uri, 1, ["too-large"])
        client.change(uri, 2, ((1, 0), (80_000, 0), ""))
        told(client, uri, 2, ["no-customer-action"])
        print(f"a text of {len(big.encode()) / 1e6:.1f} MB: {memory(client):.0f} MB at most")


def test_two_hundred_files_in_a_workspace(folder: Folder) -> None:
    house = folder.write("house.bp", LIBRARY)
    uris = [folder.write(f"shop{n}.bp", SHOP.replace("shop", f"shop{n}")) for n in range(200)]
    with folder.client(limit=120) as client:
        client.open(house, LIBRARY)
        for uri in uris[:20]:
            client.open(uri, SHOP)
        client.published(uris[19], 1)
        assert len(client.request("workspace/symbol", {"query": "greet"})) == 200
        place: dict[str, Any] = {"textDocument": {"uri": house}, "position": {"line": 1, "character": 6}}
        found = client.request("textDocument/references", {**place, "context": {"includeDeclaration": True}})
        assert len(found) == 201
        before = memory(client)
        for number in range(30):
            client.change(house, 2 + number, ((1, 17), (1, 17), "x"))
        client.published(house, 31)
        assert len(client.request("workspace/symbol", {"query": "greet"})) == 200
        print(f"200 files: {before:.0f} MB, after 30 changes of the library they share {memory(client):.0f} MB")


def test_thousands_of_changes_do_not_grow_the_server(folder: Folder) -> None:
    text = SHOP.replace('use "house.bp"\n', 'role clerk "Clerk"\n') + "# end\n" * 300
    shop = folder.write("shop.bp", text)
    with folder.client() as client:
        client.open(shop, text)
        client.published(shop, 1)
        grown = []
        for number in range(2, 3002):
            client.change(shop, number, ((0, 16), (0, 16 + number % 2), "" if number % 2 else "x"))
            if number % 1000 == 1:
                client.published(shop, number)
                grown.append(memory(client))
        print("after each 1,000 changes:", " ".join(f"{each:.0f} MB" for each in grown))


def test_what_is_pulled_is_not_pushed_and_is_asked_for_again(folder: Folder) -> None:
    house, shop = folder.write("house.bp", LIBRARY), folder.write("shop.bp", SHOP)
    with folder.client(PULLED) as client:
        client.open(shop, SHOP)
        client.open(house, LIBRARY)
        report = client.request("textDocument/diagnostic", {"textDocument": {"uri": shop}})
        assert (report["kind"], report["items"]) == ("full", [])
        again = client.request(
            "textDocument/diagnostic", {"textDocument": {"uri": shop}, "previousResultId": report["resultId"]}
        )
        assert again["kind"] == "unchanged"
        client.change(house, 2, ((1, 5), (1, 10), "agent"))
        client.wait(lambda it: it.get("method") == "workspace/diagnostic/refresh")
        report = client.request("textDocument/diagnostic", {"textDocument": {"uri": shop}})
        assert codes(report) == ["unknown-reference"]
        assert not [each for each in client.quiet(0.3) if each.get("method") == "textDocument/publishDiagnostics"]


def test_a_file_that_nobody_pulls_is_pushed_until_somebody_does(folder: Folder) -> None:
    text = LIBRARY + 'roll guest "Guest"\n'
    house, shop = folder.write("house.bp", text), folder.write("shop.bp", SHOP)
    with folder.client(PULLED) as client:
        client.open(shop, SHOP)
        client.request("textDocument/diagnostic", {"textDocument": {"uri": shop}})
        told(client, house, None, ["unknown-word"])
        client.open(house, text)
        told(client, house, None, [])
        report = client.request("textDocument/diagnostic", {"textDocument": {"uri": house}})
        assert codes(report) == ["unknown-word"]
        assert not [each for each in client.quiet(0.3) if each.get("method") == "textDocument/publishDiagnostics"]


def test_a_burst_of_keystrokes_is_told_of_once(folder: Folder) -> None:
    shop = folder.write("shop.bp", SHOP)
    # A pause longer than a busy machine may take between two keystrokes.
    with folder.client(options={"delay": 2_000}) as client:
        client.open(shop, SHOP)
        client.published(shop, 1)
        for number in range(30):
            client.change(shop, 2 + number, ((0, 16), (0, 16), "x"))
        assert client.published(shop)["version"] == 31
        assert client.quiet(3.0) == []


def _last(client: Client, uri: str) -> Message:
    """The last of the reports on a file, once no more come."""
    report = client.published(uri)
    with contextlib.suppress(AssertionError):
        while True:
            report = client.published(uri, limit=1.0)
    return report
