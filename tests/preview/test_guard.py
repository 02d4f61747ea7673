"""Attacks on a preview that runs: nothing gets through."""

from __future__ import annotations

import json
import re
import socket
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from blueprint.preview.guard import policy
from blueprint.preview.pages import FILES, STATIC
from blueprint.preview.session import MOST_PAGES
from blueprint.render.fonts import WOFFS
from tests.preview.running import SMALL, Running

SAFE = b"the safe is behind"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """One preview for all the attacks."""
    folder = tmp_path_factory.mktemp("served")
    (folder / "stay.bp").write_text(SMALL, "utf-8")
    (folder / "blueprint.toml").write_text("", "utf-8")
    (folder / "secret.txt").write_text("the safe is behind the picture", "utf-8")
    (folder / "page.css.bak").write_text("the safe is behind the picture", "utf-8")
    with Running(folder / "stay.bp", "--edit") as preview:
        yield preview


def test_the_page_and_its_files_are_served(served: Running) -> None:
    status, body, headers = served.ask()
    assert status == 200
    assert b"<main>" in body
    assert headers["Content-Type"].startswith("text/html")
    for name in (*FILES, *WOFFS, "fonts.css"):
        assert served.ask(name)[0] == 200, name


@pytest.mark.parametrize("name", sorted({*FILES, "page.html"}))
def test_what_is_served_is_in_the_package(name: str) -> None:
    assert (Path(STATIC) / name).stat().st_size > 0


def test_only_this_machine_is_listened_to(served: Running) -> None:
    with socket.socket() as other:
        other.settimeout(2)
        with pytest.raises(OSError):  # noqa: PT011 - refused here, unreachable there
            other.connect((_outer_address(), served.port))


def _outer_address() -> str:
    """Another address of this machine than 127.0.0.1: 127.0.0.2 is one wherever there is no network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # nothing is sent
            found: str = probe.getsockname()[0]
        except OSError:
            return "127.0.0.2"
    return found


def test_ports_and_secrets_are_of_one_run(project: Path, served: Running) -> None:
    with Running(project / "stay.bp") as other:
        assert other.port != served.port
        assert other.secret != served.secret
        assert len(other.secret) >= 32
        assert served.ask(f"/{other.secret}/")[0] == 403


@pytest.mark.parametrize(
    "path", ["/", "/live", "/page.js", "/wrong/", "/wrong/page.js", "//page.js", "/{half}/", "/{secret}x/", "/{upper}/"]
)
def test_without_the_secret_there_is_nothing(served: Running, path: str) -> None:
    secret = served.secret
    whole = path.format(half=secret[:16], secret=secret, upper=secret.swapcase())
    status, body, _ = served.ask(whole)
    assert status == 403
    assert b"Open the address" in body
    with pytest.raises(InvalidStatus, match="403"), served.page(path=f"{whole}live"):
        pass


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:{port}", "127.0.0.1", "localhost", "127.0.0.1:1", "127.0.0.1.evil.example:{port}",
     "0.0.0.0:{port}", "[::1]:{port}", "127.1:{port}", "2130706433:{port}", "127.0.0.1:{port}@evil.example", ""],
)  # fmt: skip
def test_a_name_that_was_bent_to_this_machine_is_refused(served: Running, host: str) -> None:
    """DNS rebinding: the browser thinks that it speaks to evil.example, and says so in Host."""
    status, body, _ = served.ask(Host=host.format(port=served.port))
    assert status in (400, 421)
    assert b"<main>" not in body


def test_no_host_and_two_hosts_are_refused(served: Running) -> None:
    path = f"/{served.secret}/"
    for hosts in ([], [served.host, "evil.example"], ["evil.example", served.host]):
        lines = [f"GET {path} HTTP/1.1", *(f"Host: {host}" for host in hosts), "Connection: close", "", ""]
        with socket.create_connection(("127.0.0.1", served.port), timeout=10) as plain:
            plain.sendall("\r\n".join(lines).encode())
            answer = plain.makefile("rb").read()
        assert answer.split()[1] in (b"400", b"421"), hosts
        assert b"<main>" not in answer


def test_localhost_is_a_name_of_this_machine(served: Running) -> None:
    assert served.ask(Host=f"localhost:{served.port}")[0] == 200


@pytest.mark.parametrize(
    "origin",
    ["http://evil.example", "null", "http://127.0.0.1", "http://127.0.0.1:1", "https://127.0.0.1:{port}",
     "http://localhost:{port}", "http://127.0.0.1:{port}.evil.example", "file://", "http://127.0.0.1:{port}/"],
)  # fmt: skip
def test_pages_from_elsewhere_are_refused(served: Running, origin: str) -> None:
    origin = origin.format(port=served.port)
    assert served.ask(Origin=origin)[0] == 403
    assert served.save("stay.bp", "", "", Origin=origin)[0] == 403
    with pytest.raises(InvalidStatus, match="403"), served.page(origin=origin):
        pass


def test_what_has_effects_must_say_where_it_comes_from(served: Running) -> None:
    with pytest.raises(InvalidStatus, match="403"), served.page(origin=None):
        pass
    assert served.raw("PUT", f"/{served.secret}/file", {"Host": served.host}, b"{}")[0] == 403


def test_nobody_else_is_invited(served: Running) -> None:
    origin = f"http://{served.host}"
    for path in ("", "page.js", "fonts.css"):
        _, _, headers = served.ask(path, Origin=origin)
        assert not [name for name in headers if name.lower().startswith("access-control")]
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["Cache-Control"] == "no-store"
        assert "Set-Cookie" not in headers
    assert served.ask(method="OPTIONS", Origin=origin)[0] == 405


def test_the_page_runs_nothing_but_its_own_files(served: Running) -> None:
    _, body, headers = served.ask()
    rules = dict(rule.strip().split(" ", 1) for rule in headers["Content-Security-Policy"].split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == "'self'"
    assert rules["frame-ancestors"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert "unsafe" not in headers["Content-Security-Policy"]
    page = body.decode()
    assert not re.search(r"<script(?![^>]*\bsrc=)|\son\w+=|javascript:|<style|\sstyle=", page)
    assert not re.search(r"(src|href)=\"(\w+:)?//", page), "nothing external"
    nonces = [served.ask()[2]["Content-Security-Policy"] for _ in range(2)]
    assert nonces[0] != nonces[1]


def test_a_nonce_cannot_break_out_of_the_policy() -> None:
    with pytest.raises(ValueError, match="nonce"):
        policy(1, "x'; script-src *")


@pytest.mark.parametrize(
    "path",
    ["secret.txt", "stay.bp", "page.css.bak", "../secret.txt", "..%2fsecret.txt", "%2e%2e/secret.txt", "static/page.js",
     "....//secret.txt", "page.js/../../pages.py", "../pages.py", "..\\secret.txt", "%00", "page.js%00.css",
     "/etc/passwd", "//etc/passwd", "file:///etc/passwd", "page.html", "editor-licenses.txt", "live",
     "export/../secret.txt"],
)  # fmt: skip
def test_no_other_file_is_served(served: Running, path: str) -> None:
    status, body, _ = served.ask(f"/{served.secret}/{path}")
    assert status in (400, 404, 405), body
    assert SAFE not in body
    assert b"root:" not in body
    assert b"import" not in body


@pytest.mark.parametrize("kind", ["py", "toml", "html", "../../secret", "svg/../x"])
def test_only_pictures_and_the_text_can_be_taken_home(served: Running, kind: str) -> None:
    with served.page() as page:
        page.drawn()
        status, body, _ = served.ask(f"export/{page.hello['viewer']}.{kind}")
        assert status in (404, 422)
        assert SAFE not in body


@pytest.mark.parametrize("method", ["POST", "DELETE", "PATCH", "TRACE", "CONNECT", "PROPFIND"])
def test_other_methods_are_refused(served: Running, method: str) -> None:
    assert served.ask(method=method, Origin=f"http://{served.host}")[0] in (400, 405)


def test_large_requests_are_cut_off(served: Running) -> None:
    origin = f"http://{served.host}"
    with socket.create_connection(("127.0.0.1", served.port), timeout=20) as plain:
        head = [f"PUT /{served.secret}/file HTTP/1.1", f"Host: {served.host}", f"Origin: {origin}"]
        plain.sendall("\r\n".join([*head, "Content-Length: 900000000", "", ""]).encode())
        with pytest.raises(OSError):  # noqa: PT011 - the server hangs up
            plain.sendall(b"x" * 60_000_000)
    with socket.create_connection(("127.0.0.1", served.port), timeout=20) as plain, suppress(OSError):
        plain.sendall(b"GET / HTTP/1.1\r\nX-Long: " + b"x" * 5_000_000)  # the server may hang up before all is sent
        answer = plain.recv(1000)
        assert not answer or b" 400 " in answer
    assert served.ask()[0] == 200, "it lives on"


def test_large_messages_end_the_connection_and_not_the_preview(served: Running) -> None:
    with served.page() as page:
        with suppress(ConnectionClosed):
            page.say(kind="show", view="x" * 12_000_000)
        with pytest.raises(ConnectionClosed):
            page.hear("never")
    with served.page() as other:
        assert "A stay" in other.drawn()


@pytest.mark.parametrize(
    "message",
    ["", "x", "[]", "null", "1", '{"kind": []}', "{}", '{"kind": "lsp"}', "[" * 5000, '{"kind": "show", "view": {}}',
     '{"kind": "lsp", "message": 7}', '{"kind": "lsp", "message": {"method": "exit"}}',
     '{"kind": "lsp", "message": {"jsonrpc": "2.0", "id": {}, "method": [], "params": 7}}',
     '{"kind": "lsp", "message": {"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {}}}',
     '{"kind": "lsp", "message": {"jsonrpc": "2.0", "method": "initialize", "params": 3, "id": 1}}',
     '{"kind": "lsp", "message": {"jsonrpc": "2.0", "method": "shutdown", "id": 1}}'],
)  # fmt: skip
def test_nonsense_takes_nothing_down(served: Running, message: str) -> None:
    with served.page() as page:
        page.socket.send(message)
    with served.page() as other:
        assert "A stay" in other.drawn()
    assert served.process.poll() is None


def test_only_so_many_pages_are_open(served: Running) -> None:
    with ExitStack() as open_pages:
        for _ in range(MOST_PAGES):
            open_pages.enter_context(served.page())
        with pytest.raises(ConnectionClosed, match="Too many"), served.page():
            pass


def test_the_language_server_reads_no_file_outside(served: Running, tmp_path: Path) -> None:
    outside = tmp_path / "outside.bp"
    outside.write_text('blueprint outside "The safe is behind the picture" {\n}\n', "utf-8")
    with served.page() as page:
        page.ask_language(1, "initialize", {"capabilities": {}, "rootUri": tmp_path.as_uri()})
        page.tell_language("initialized", {})
        asked = {"textDocument": {"uri": outside.as_uri()}}
        page.say(
            kind="lsp", message={"jsonrpc": "2.0", "id": 2, "method": "textDocument/documentSymbol", "params": asked}
        )
        page.say(kind="lsp", message={"jsonrpc": "2.0", "id": 3, "method": "blueprint/preview", "params": asked})
        found = page.ask_language(4, "workspace/symbol", {"query": ""})
        assert "safe" not in json.dumps(found)


HOSTILE = r"""blueprint evil "<script>alert(1)</script>" {
  summary "\"><img src=x onerror=alert(1)>"
  owner "</title><script>alert(1)</script>"
}
phase interaction "]]><svg onload=alert(1)>" {
  core c "<svg/onload=alert(1)>" {
    step s "</svg><script>alert(1)</script>" {
      customer "<a href=javascript:alert(1)>x</a>" takes 1min
      link "javascript:alert(1)"
      note "</style><script>alert(1)</script>"
      pain "' onmouseover='alert(1)"
    }
  }
}
"""


def test_script_in_labels_stays_text(project: Path) -> None:
    (project / "stay.bp").write_text(HOSTILE, "utf-8")
    with Running(project / "stay.bp") as preview, preview.page() as page:
        svg = page.drawn()
        parts = list(ElementTree.fromstring(svg).iter())
        names = {part.tag.rpartition("}")[2] for part in parts}
        assert names <= {"svg", "g", "path", "rect", "circle", "text", "tspan", "title", "desc"}
        assert not [name for part in parts for name in part.attrib if name.startswith("on") or "href" in name]
        assert "&lt;script&gt;" in svg
        findings = page.hear("findings")
        assert findings["found"], "links that do nothing are found"
