"""The families of the whole library as a person sees them: what is there more than once, and what space it takes."""

from __future__ import annotations

import json
from collections.abc import Sequence

import apsw

from indexer.families import Family, Member, families_of_library
from indexer.reports import Alike, Duplicates, Twin, TwinGroup
from indexer.store.shown import VIEW_OF_FILE


def duplicates(connection: apsw.Connection, alike: Alike | None, limit: int) -> Duplicates:
    """The ``limit`` groups that take the most space, of files alike in any way or in this one; totals are of all."""
    rows = connection.execute("SELECT file.id FROM file JOIN root ON root.id = root_id WHERE missing")
    offline = {number for (number,) in rows}
    found = [_members(family, alike) for family in families_of_library(connection)]
    found = [members for members in found if len(members) > 1]
    found.sort(key=lambda members: (-_space(members), members[0].path))
    shown = found[:limit]
    pictures = _pictures(connection, [member.file_id for members in shown for member in members])
    groups = tuple(
        TwinGroup(_space(members), tuple(
            Twin(member.path, member.kind, member.size, member.mtime_ns / 1e9, member.file_id in offline, member.alike,
                 pictures.get(member.file_id))
            for member in members
        ))
        for members in shown
    )
    return Duplicates(groups, len(found), sum(map(len, found)), sum(map(_space, found)))


def _members(family: Family, alike: Alike | None) -> list[Member]:
    """The newest, and those that are to it what is asked for."""
    newest, *others = family.members
    return [newest, *(one for one in others if alike in (None, one.alike))]


def _space(members: Sequence[Member]) -> int:
    return sum(member.size for member in members[1:])


def _pictures(connection: apsw.Connection, file_ids: Sequence[int]) -> dict[int, str]:
    """Names of the views of those files that are pictures."""
    rows = connection.execute(
        f"SELECT id, {VIEW_OF_FILE} AS view FROM file WHERE id IN (SELECT value FROM json_each(?)) AND view NOT NULL",
        (json.dumps(file_ids),),
    )
    return {int(number): str(view) for number, view in rows}
