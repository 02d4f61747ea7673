"""Data classes that cost next to nothing to define.

The standard library writes and compiles six methods for every data class when its module is imported; with a hundred of
them that is a third of the time that checking one file takes. Here `dataclass` only notes the fields, and
compiles the one method that has to be fast, `__init__`, when the first object of a class is made. To a type checker,
and to `dataclasses.fields`, `replace` and `asdict`, the classes are ordinary data classes.

Understood are `frozen`, `slots`, `kw_only`, `order`, `eq`, and `field` with `default`, `default_factory` and `compare`.
Two things the standard library refuses at once are left to the type checker and to the first object made: a field
without a default after one with it, and a list as a default, which all objects would share.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass, field, fields, replace
else:
    from operator import attrgetter, ge, gt, le, lt

    _MISSING = object()

    class _Field:
        __slots__ = ("compare", "default", "factory", "kw_only", "name", "type")

        def __init__(self, default, factory, compare):
            self.default, self.factory, self.compare = default, factory, compare
            self.name, self.type, self.kw_only = "", "", False

    def field(*, default=_MISSING, default_factory=_MISSING, compare=True):
        """How a field differs from `name: type = default`."""
        return _Field(default, default_factory, compare)

    def fields(record):
        """The fields of a record or its class, in order, each with at least `name` and `type` (as written)."""
        return tuple(record.__record_fields__.values())

    def replace(record, /, **changes):
        """A copy of a record with some fields changed."""
        for name in type(record).__record_fields__:
            changes.setdefault(name, getattr(record, name))
        return type(record)(**changes)

    def dataclass(cls=None, /, *, frozen=False, slots=False, kw_only=False, order=False, eq=True):
        """Make a class with annotated fields a data class."""
        if cls is None:
            return lambda each: _make(each, frozen, slots, kw_only, order, eq)
        return _make(cls, frozen, slots, kw_only, order, eq)

    def _make(cls, frozen, slots, kw_only, order, eq):
        fields = dict(getattr(cls, "__record_fields__", {}))
        own = {name: kind for name, kind in cls.__annotations__.items() if "ClassVar" not in kind}
        for name, kind in own.items():
            default = cls.__dict__.get(name, _MISSING)
            each = default if isinstance(default, _Field) else _Field(default, _MISSING, True)
            each.name, each.type, each.kw_only = name, kind, kw_only
            fields[name] = each
        made = {
            "__record_fields__": fields,
            "__record_frozen__": frozen,
            "__match_args__": tuple(each.name for each in fields.values() if not each.kw_only),
            "__dataclass_fields__": _StandardFields(),
            **_methods(cls, frozen, slots, order, eq),
        }
        if slots:
            return _with_slots(cls, own, made)
        _set_defaults(cls, own, fields)
        for name, value in made.items():
            setattr(cls, name, value)
        return cls

    def _methods(cls, frozen, slots, order, eq):
        """Those the class does not define itself."""
        methods = {"__init__": _init, "__repr__": _repr}
        if eq:
            methods |= {"__eq__": _eq, "__hash__": _hash if frozen else None}
        if frozen:
            methods |= {"__setattr__": _no_set, "__delattr__": _no_delete}
        if frozen and slots:
            methods |= {"__getstate__": _get_state, "__setstate__": _set_state}
        if order:
            methods |= _ORDER
        # Python itself writes `__hash__ = None` into a class that defines `__eq__`.
        own = {name for name, value in cls.__dict__.items() if name != "__hash__" or value is not None}
        return {name: method for name, method in methods.items() if name not in own}

    def _with_slots(cls, own, made):
        """The class anew, for slots cannot be added to one that is there."""
        inherited = {name for base in cls.__mro__[1:] for name in getattr(base, "__slots__", ())}
        body = {name: value for name, value in cls.__dict__.items() if name not in own}
        body.pop("__dict__", None)
        body.pop("__weakref__", None)
        body |= made
        body["__slots__"] = tuple(name for name in own if name not in inherited)
        new = type(cls)(cls.__name__, cls.__bases__, body)
        new.__qualname__ = cls.__qualname__
        return new

    def _set_defaults(cls, own, fields):
        for name in own:
            if fields[name].default is not _MISSING:
                setattr(cls, name, fields[name].default)
            elif name in cls.__dict__:
                delattr(cls, name)

    # ------------------------------------------------------------------ making

    def _init(self, *args, **kwargs):
        """Stands in for `__init__` until the first object is made."""
        owner = next(base for base in type(self).__mro__ if base.__dict__.get("__init__") is _init)
        owner.__init__ = _compile_init(owner)
        owner.__init__(self, *args, **kwargs)

    def _compile_init(cls):
        names = {"_set": object.__setattr__, "_missing": _MISSING}
        plain, keyword, body = [], [], []
        for name, each in cls.__record_fields__.items():
            parameter = name
            if each.factory is not _MISSING:
                names[f"_make_{name}"], parameter = each.factory, f"{name}=_missing"
                body.append(f" if {name} is _missing: {name} = _make_{name}()")
            elif each.default is not _MISSING:
                names[f"_default_{name}"], parameter = each.default, f"{name}=_default_{name}"
            (keyword if each.kw_only else plain).append(parameter)
            slot = getattr(cls, name, None)
            if not cls.__record_frozen__:
                body.append(f" self.{name} = {name}")
            elif type(slot).__name__ == "member_descriptor":  # the straight way past `__setattr__`
                names[f"_slot_{name}"] = slot.__set__
                body.append(f" _slot_{name}(self, {name})")
            else:
                body.append(f" _set(self, {name!r}, {name})")
        if hasattr(cls, "__post_init__"):
            body.append(" self.__post_init__()")
        parameters = ", ".join(["self", *plain, *(["*"] if keyword else []), *keyword])
        exec(f"def __init__({parameters}):\n" + ("\n".join(body) or " pass"), names)
        return names["__init__"]

    # ------------------------------------------------------------------ comparing and showing

    def _key(record):
        cls = type(record)
        getter = cls.__dict__.get("__record_key__")
        if getter is None:
            names = [each.name for each in cls.__record_fields__.values() if each.compare]
            getter = staticmethod(
                attrgetter(*names) if len(names) > 1 else lambda each: tuple(getattr(each, n) for n in names)
            )
            cls.__record_key__ = getter
        return getter.__func__(record)

    def _eq(self, other):
        return _key(self) == _key(other) if type(self) is type(other) else NotImplemented

    def _hash(self):
        return hash(_key(self))

    def _ordered(compare):
        def method(self, other):
            return compare(_key(self), _key(other)) if type(self) is type(other) else NotImplemented

        return method

    _ORDER = {f"__{compare.__name__}__": _ordered(compare) for compare in (lt, le, gt, ge)}

    def _repr(self):
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in type(self).__record_fields__)
        return f"{type(self).__qualname__}({shown})"

    # ------------------------------------------------------------------ frozen, copied, pickled

    def _no_set(self, name, value):
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def _no_delete(self, name):
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def _get_state(self):
        return [getattr(self, name) for name in type(self).__record_fields__]

    def _set_state(self, state):
        for name, value in zip(type(self).__record_fields__, state, strict=True):
            object.__setattr__(self, name, value)

    class _StandardFields:
        """`__dataclass_fields__` for the standard library, made when somebody asks for it."""

        def __get__(self, record, cls):
            import dataclasses

            made = {}
            for name, each in cls.__record_fields__.items():
                default = dataclasses.MISSING if each.default is _MISSING else each.default
                factory = dataclasses.MISSING if each.factory is _MISSING else each.factory
                standard = dataclasses.Field(default, factory, True, True, None, each.compare, None, each.kw_only)
                standard.name, standard.type, standard._field_type = name, each.type, dataclasses._FIELD
                made[name] = standard
            return made


__all__ = ["dataclass", "field", "fields", "replace"]
