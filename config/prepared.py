"""Queries that are put together once: for the few places that are asked all the time.

Django builds a query anew each time it is asked, which takes several times as long as SQLite needs
to answer it. ``Prepared`` keeps what Django built, in each thread for its own connection, and puts
the values of each call in their places. The rows come back through Django's own converters, as
tuples or as models, whichever the query asks for. ``insert`` and ``update`` write one row whole,
with no signal and no savepoint around it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db import connection
from django.db.models import Field, Model, QuerySet
from django.db.models.query import ModelIterable, get_related_populators

Row = TypeVar("Row")
MARKS: dict[type, Callable[[int], Any]] = {
    UUID: lambda n: UUID(int=(0xFEED << 112) + n),
    int: lambda n: 31_000 + n,  # fits the smallest column
    str: lambda n: f"\x01mark {n}",
}


@dataclass(frozen=True, slots=True)
class _Plan(Generic[Row]):
    """What Django built: the statement, which value goes where, how rows are read."""

    sql: str
    slots: tuple[Callable[[tuple[Any, ...]], Any], ...]
    read: Callable[[list[tuple[Any, ...]]], list[Row]]


class Prepared(Generic[Row]):
    """A query with holes, for values of the given kinds, none of which may be None."""

    def __init__(self, build: Callable[..., QuerySet[Any, Row]], *kinds: type) -> None:
        self._build, self._kinds = build, kinds
        self._here = threading.local()

    def __call__(self, *values: Any) -> list[Row]:
        """The rows for these values."""
        plan: _Plan[Row] | None = getattr(self._here, "plan", None)
        if plan is None:
            plan = self._here.plan = self._planned()
        with connection.cursor() as cursor:
            cursor.execute(plan.sql, [slot(values) for slot in plan.slots])
            return plan.read(cursor.fetchall())

    def first(self, *values: Any) -> Row | None:
        """The first row, if there is one."""
        return next(iter(self(*values)), None)

    def _planned(self) -> _Plan[Row]:
        marks = [MARKS[kind](number) for number, kind in enumerate(self._kinds)]
        queryset: Any = self._build(*marks)
        compiler = queryset.query.get_compiler(connection=connection)
        sql, params = compiler.as_sql()
        places = {_adapted(mark): number for number, mark in enumerate(marks)}
        if set(places) - set(params):
            raise TypeError(f"A value of this query has no place in it: {sql}")
        slots = tuple(_slot(places.get(each), each) for each in params)
        return _Plan(sql, slots, _reader(queryset, compiler))


def _slot(number: int | None, constant: Any) -> Callable[[tuple[Any, ...]], Any]:
    """What stands in one place of the statement: a value of the call, or always the same."""
    if number is None:
        return lambda values: constant
    return lambda values: _adapted(values[number])


def _adapted(value: Any) -> Any:
    """The value as the database keeps it."""
    plain = isinstance(value, UUID) and not connection.features.has_native_uuid_field
    return value.hex if plain else value


def _reader(queryset: Any, compiler: Any) -> Callable[[list[tuple[Any, ...]]], list[Any]]:
    """How Django would read the rows, found out once."""
    converters = compiler.get_converters([each[0] for each in compiler.select])

    def converted(rows: list[tuple[Any, ...]]) -> Iterable[Any]:
        return compiler.apply_converters(rows, converters) if converters else rows

    if queryset._iterable_class is not ModelIterable:  # one value a row, or a tuple
        flat = len(compiler.select) == 1
        return lambda rows: [row[0] if flat else tuple(row) for row in converted(rows)]
    about = compiler.klass_info
    populators: Any = get_related_populators  # its stubs are a version ahead
    start, end = about["select_fields"][0], about["select_fields"][-1] + 1
    names = [each[0].target.attname for each in compiler.select[start:end]]
    related = populators(about, compiler.select, connection.alias)

    def models(rows: list[tuple[Any, ...]]) -> list[Any]:
        found = []
        for row in converted(rows):
            found.append(about["model"].from_db(connection.alias, names, row[start:end]))
            for each in related:
                each.populate(row, found[-1])
        return found

    return models


def insert(row: Model) -> None:
    """Write a new row whose key the database makes."""
    fields = _fields(type(row))
    with connection.cursor() as cursor:
        cursor.execute(_insertion(type(row)), [_value(each, row, new=True) for each in fields])
        (row.pk,) = cursor.fetchone()
    row._state.adding, row._state.db = False, connection.alias


def update(row: Model) -> None:
    """Write a row again that is there."""
    values = [_value(each, row, new=False) for each in _fields(type(row))]
    with connection.cursor() as cursor:
        cursor.execute(_change(type(row)), [*values, row.pk])


@lru_cache(maxsize=64)
def _fields(model: type[Model]) -> tuple[Any, ...]:
    return tuple(each for each in model._meta.local_concrete_fields if not each.primary_key)


@lru_cache(maxsize=64)
def _insertion(model: type[Model]) -> str:
    names = ", ".join(_quoted(each.column) for each in _fields(model))
    holes = ", ".join("%s" for _ in _fields(model))
    table, key = _quoted(model._meta.db_table), _key(model)
    return f"INSERT INTO {table} ({names}) VALUES ({holes}) RETURNING {key}"


@lru_cache(maxsize=64)
def _change(model: type[Model]) -> str:
    names = ", ".join(f"{_quoted(each.column)} = %s" for each in _fields(model))
    return f"UPDATE {_quoted(model._meta.db_table)} SET {names} WHERE {_key(model)} = %s"


def _key(model: type[Model]) -> str:
    key: Any = model._meta.pk
    return _quoted(key.column)


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)


def _value(field: Field[Any, Any], row: Model, *, new: bool) -> Any:
    return field.get_db_prep_save(field.pre_save(row, new), connection)
