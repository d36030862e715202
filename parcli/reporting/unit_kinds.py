"""Kinds of units for people: what one is called, and how many there are of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from parcli.language import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable


class UnitKind(NamedTuple):
    """A kind's name, and the words for a number of its units."""

    name: str
    counted: Callable[[int], str]


UNIT_KINDS = {
    "phong": UnitKind(
        N_("department"), lambda n: ngettext("{count} department", "{count} departments", n)
    ),
    "van-phong": UnitKind(N_("office"), lambda n: ngettext("{count} office", "{count} offices", n)),
    "thanh-tra": UnitKind(
        N_("inspectorate"), lambda n: ngettext("{count} inspectorate", "{count} inspectorates", n)
    ),
    "ban": UnitKind(N_("board"), lambda n: ngettext("{count} board", "{count} boards", n)),
    "ubnd": UnitKind(
        N_("people's committee"),
        lambda n: ngettext("{count} people's committee", "{count} people's committees", n),
    ),
    "phuong": UnitKind(N_("ward"), lambda n: ngettext("{count} ward", "{count} wards", n)),
    "xa": UnitKind(N_("commune"), lambda n: ngettext("{count} commune", "{count} communes", n)),
    "thi-tran": UnitKind(
        N_("township"), lambda n: ngettext("{count} township", "{count} townships", n)
    ),
    "dac-khu": UnitKind(
        N_("special zone"),
        lambda n: ngettext("{count} special zone", "{count} special zones", n),
    ),
    "bo": UnitKind(N_("ministry"), lambda n: ngettext("{count} ministry", "{count} ministries", n)),
    "so": UnitKind(
        N_("provincial department"),
        lambda n: ngettext("{count} provincial department", "{count} provincial departments", n),
    ),
    "vu": UnitKind(
        N_("ministry department"),
        lambda n: ngettext("{count} ministry department", "{count} ministry departments", n),
    ),
    "cuc": UnitKind(
        N_("administration"),
        lambda n: ngettext("{count} administration", "{count} administrations", n),
    ),
    "chi-cuc": UnitKind(
        N_("sub-administration"),
        lambda n: ngettext("{count} sub-administration", "{count} sub-administrations", n),
    ),
    "chi-nhanh": UnitKind(
        N_("branch office"),
        lambda n: ngettext("{count} branch office", "{count} branch offices", n),
    ),
    "cong-an": UnitKind(
        N_("police"), lambda n: ngettext("{count} police office", "{count} police offices", n)
    ),
    "quan-su": UnitKind(
        N_("military command"),
        lambda n: ngettext("{count} military command", "{count} military commands", n),
    ),
    "trung-tam": UnitKind(N_("centre"), lambda n: ngettext("{count} centre", "{count} centres", n)),
    "tram-y-te": UnitKind(
        N_("health station"),
        lambda n: ngettext("{count} health station", "{count} health stations", n),
    ),
    "truong": UnitKind(N_("school"), lambda n: ngettext("{count} school", "{count} schools", n)),
    "benh-vien": UnitKind(
        N_("hospital"), lambda n: ngettext("{count} hospital", "{count} hospitals", n)
    ),
    "doan": UnitKind(N_("union"), lambda n: ngettext("{count} union", "{count} unions", n)),
    "hoi": UnitKind(
        N_("association"), lambda n: ngettext("{count} association", "{count} associations", n)
    ),
    "bao-hiem-xa-hoi": UnitKind(
        N_("social insurance office"),
        lambda n: ngettext(
            "{count} social insurance office", "{count} social insurance offices", n
        ),
    ),
    "don-vi-su-nghiep": UnitKind(
        N_("public service unit"),
        lambda n: ngettext("{count} public service unit", "{count} public service units", n),
    ),
    "nganh-doc": UnitKind(
        N_("vertical agency"),
        lambda n: ngettext("{count} vertical agency", "{count} vertical agencies", n),
    ),
}


def kind_name(kind: str) -> str:
    """What the kind is called, in the language in force; a kind not listed as it is written."""
    return _(UNIT_KINDS[kind].name) if kind in UNIT_KINDS else kind
