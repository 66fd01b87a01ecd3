"""The two judges that docs/judge.md shows: run as they stand there, with what they talk to."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from types import ModuleType
from typing import Any, ClassVar

import numpy as np
import pytest
from click.testing import CliRunner

from tipdiff.alignment import judging
from tipdiff.cli.commands import tipdiff
from tipdiff.text import folded, words

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "judge.md").read_text("utf-8")
OLD, NEW = ROOT / "fixtures" / "varona" / "2004", ROOT / "fixtures" / "varona" / "2005"


def shared(one: str, other: str) -> float:
    """How much two texts share: what the stub of a model and the stub of a service go by."""
    sets = [set(words(folded(text))) for text in (one, other)]
    return len(sets[0] & sets[1]) / max(1, min(map(len, sets)))


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A folder with both modules, saved as the page says."""
    blocks = re.findall(r"```python\n# (\w+\.py)\n(.*?)```", PAGE, re.DOTALL)
    assert [name for name, _ in blocks] == ["cross_encoder.py", "service.py"]
    for name, code in blocks:
        (tmp_path / name).write_text(code, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", list(sys.path))
    yield
    for name, _ in blocks:
        sys.modules.pop(name.removesuffix(".py"), None)


def diff(*options: str) -> dict[str, Any]:
    """The comparison of two invented editions."""
    arguments = ["diff", str(OLD), str(NEW), "--format", "json", *options]
    result = CliRunner().invoke(tipdiff, arguments)
    data: dict[str, Any] = json.loads(result.stdout)
    return data


class StubEncoder:
    """A model with the interface of a cross-encoder, and no weights."""

    loaded: ClassVar[list[str]] = []

    def __init__(self, name: str) -> None:
        self.loaded.append(name)

    def predict(self, pairs: Sequence[tuple[str, str]]) -> np.ndarray[Any, Any]:
        """Return a likeness for each pair, as an array."""
        return np.array([shared(*pair) for pair in pairs], np.float32)


class Service(BaseHTTPRequestHandler):
    """A service that judges what it is sent."""

    asked: ClassVar[list[dict[str, Any]]] = []
    broken: ClassVar[bool] = False

    def do_POST(self) -> None:
        """Answer with a probability for each pair."""
        data = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.asked.extend(data["pairs"])
        told = [shared(pair["old"]["text"], pair["new"]["text"]) for pair in data["pairs"]]
        self.send_response(500 if self.broken else 200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps({"probabilities": told}).encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Service]]:
    """A service on this machine, at the address that the example is told."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Service)
    Thread(target=server.serve_forever, daemon=True).start()
    host, port = server.server_address[:2]
    monkeypatch.setenv("JUDGE_ADDRESS", f"http://{host!s}:{port}/judge")
    monkeypatch.setattr(Service, "asked", [])
    yield Service
    server.shutdown()
    server.server_close()


class TestCrossEncoder:
    """The local model."""

    def test_is_asked(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """It is loaded once, answers all doubtful pairs, and moves scores."""
        library = ModuleType("sentence_transformers")
        library.CrossEncoder = StubEncoder  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, "sentence_transformers", library)
        monkeypatch.setattr(StubEncoder, "loaded", [])
        monkeypatch.setattr(judging, "BATCH", 4)
        found = diff("--judge", "cross_encoder:judge")

        assert len(StubEncoder.loaded) == 1
        assert [w for w in found["warnings"] if "judge" in w] == []
        assert found["changes"] != diff()["changes"]

    def test_is_not_installed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Without the library the comparison is made all the same, and says why."""
        monkeypatch.setitem(sys.modules, "sentence_transformers", None)
        found = diff("--judge", "cross_encoder:judge")

        assert "sentence_transformers" in found["warnings"][-1]
        assert found["changes"] == diff()["changes"]


class TestService:
    """The service."""

    def test_is_asked(self, service: type[Service]) -> None:
        """It gets texts, headings and neighbours, and its answers count; then it is not needed."""
        found = diff("--judge", "service:judge")
        asked = len(service.asked)

        assert asked
        assert set(service.asked[0]["old"]) == {"text", "under", "before"}
        assert [w for w in found["warnings"] if "judge" in w] == []
        assert found["changes"] != diff()["changes"]
        assert diff("--judge", "service:judge") == found
        assert len(service.asked) == asked

    # urllib's error holds the connection until it is collected.
    @pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
    def test_is_broken(self, service: type[Service], monkeypatch: pytest.MonkeyPatch) -> None:
        """A service in trouble is named as such, and the model stands."""
        monkeypatch.setattr(service, "broken", True)
        found = diff("--judge", "service:judge")

        assert "HTTP Error 500" in found["warnings"][-1]
        assert found["changes"] == diff()["changes"]
