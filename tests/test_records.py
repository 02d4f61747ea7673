"""Records behave as the data classes of the standard library do."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import Any

import pytest

from blueprint.records import dataclass, field, replace


@dataclass(frozen=True, slots=True, order=True)
class Point:
    """A documented record."""

    x: int
    y: int = 2
    note: str = field(default="", compare=False)

    @property
    def sum(self) -> int:
        return self.x + self.y


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    name: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Child(Base):
    size: float = 0.0
    inner: dict[str, int] = field(default_factory=dict, compare=False)


@dataclass
class Loose:
    items: list[int] = field(default_factory=list)
    total: int = 0

    def __post_init__(self) -> None:
        self.total += sum(self.items)


@dataclass(slots=True, eq=False)
class Single:
    value: int


@dataclass(frozen=True)
class Empty:
    pass


def test_making() -> None:
    assert (Point(1).x, Point(1).y, Point(1, 5).y, Point(x=1, y=7).y) == (1, 2, 5, 7)
    assert Point(3).sum == 5
    child = Child(name="a", size=2.0)
    assert (child.name, child.tags, child.size, child.inner) == ("a", (), 2.0, {})
    assert Child(name="a").inner is not Child(name="a").inner
    assert Loose([1, 2], 3).total == 6
    assert Empty() == Empty()


@pytest.mark.parametrize(
    ("kind", "plain", "named"),
    [(Point, (), {}), (Point, (1, 2, "", 4), {}), (Child, ("a",), {}), (Base, (), {"name": "a", "size": 1})],
)
def test_wrong_arguments(kind: Any, plain: tuple[Any, ...], named: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        kind(*plain, **named)


def test_the_first_object_is_made_like_those_after_it() -> None:
    @dataclass(frozen=True, slots=True)
    class Many:
        first: int
        second: int = 2
        rest: list[int] = field(default_factory=list)

    made = [Many(1), *(Many(1, second=2) for _ in range(3)), Many(first=1)]
    assert all(each == made[0] and each.rest == [] for each in made)
    assert len({id(each.rest) for each in made}) == len(made)
    with pytest.raises(TypeError):
        Many(1, first=1)  # type: ignore[misc]


def test_comparing() -> None:
    assert Point(1, 2, "a") == Point(1, 2, "b")
    assert hash(Point(1, 2, "a")) == hash(Point(1, 2, "b"))
    assert Point(1) != Point(2)
    assert Base(name="a") != Child(name="a")
    assert Point(1, 9) < Point(2, 0) <= Point(2, 0) < Point(2, 1)
    assert max(Point(1), Point(3), Point(2)) == Point(3)
    assert Loose([1]) == Loose([1])
    with pytest.raises(TypeError):
        hash(Loose())
    assert Single(1) != Single(1)
    assert len({Single(1), Single(1)}) == 2
    with pytest.raises(TypeError):
        _ = Base(name="a") < Base(name="b")  # type: ignore[operator]


def test_frozen_and_slots() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Point(1).x = 2  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del Point(1).x
    assert not hasattr(Point(1), "__dict__")
    assert list(vars(Child)["__slots__"]) == ["size", "inner"]


def test_copying() -> None:
    child = Child(name="a", inner={"b": 1})
    assert replace(child, name="c") == Child(name="c")
    assert dataclasses.replace(child, name="c").inner == {"b": 1}
    assert copy.deepcopy(child).inner == {"b": 1}
    assert copy.copy(child) == child
    assert pickle.loads(pickle.dumps(Point(1, 2, "n"))) == Point(1, 2, "n")


def test_the_standard_library_knows_them() -> None:
    assert dataclasses.is_dataclass(Child)
    assert [each.name for each in dataclasses.fields(Child)] == ["name", "tags", "size", "inner"]
    assert dataclasses.asdict(Point(1)) == {"x": 1, "y": 2, "note": ""}
    assert repr(Point(1)) == "Point(x=1, y=2, note='')"
    assert Point.__match_args__ == ("x", "y", "note")
    match Point(1, 4):
        case Point(x, y):
            assert (x, y) == (1, 4)
