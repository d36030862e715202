"""The signature block contradicts itself.

A deputy signs for the head (“KT. CHỦ TỊCH”, below it “PHÓ CHỦ TỊCH”), in the name of the body that
issues the document (“TM. ỦY BAN NHÂN DÂN”), and the person's name stands last
(NĐ 30/2020/NĐ-CP Phụ lục I, phần II, mục I.7). Only people's committees and councils are compared:
others have customs of their own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.model.directive import Signature
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR718"
SEVERITY = Severity.WARNING
_NO_NAME = N_("“{name}” is a position, not a person's name.")
_NO_NAME_HINT = N_("The office held goes to `position`, the person to `name`.")
_HEAD = N_("Who signs for the head (“{acting}”) is a deputy, not “{position}” as well.")
_DEPUTY = N_("“{position}” signs for the head, but the line “KT. …” is missing.")
_OTHER = N_("“{authority}” is not “{issuer}”, which issues the document.")
_HINT = N_("Compare the signature block with the document.")
_POSITION = re.compile(
    r"(?:pho |quyen )?(?:chu tich|tong giam doc|giam doc|bi thu|bo truong|thu truong|thu tuong|"
    r"chanh van phong|chanh thanh tra|cuc truong|vu truong|truong phong|truong ban|hieu truong|"
    r"chu nhiem|vien truong)(?: (?:uy ban nhan dan|hoi dong nhan dan|ubnd|hdnd)\b.*)?"
)
_BODIES = ("uy ban nhan dan", "hoi dong nhan dan")


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """What in the block cannot be so."""
    signature = file.model.signature
    if signature is None:
        return
    if signature.name and _POSITION.fullmatch(folded(signature.name)):
        path = ("signature", "name")
        yield file.found(CODE, path, _NO_NAME, _NO_NAME_HINT, name=signature.name)
    yield from _deputy(file, signature)
    issuer, authority = folded(file.model.issuer), folded(signature.authority or "")
    issuing = [body for body in _BODIES if body in issuer]
    signing = [body for body in _BODIES if body in authority]
    if issuing and signing and not set(issuing) & set(signing):
        yield file.found(
            CODE, ("signature", "authority"), _OTHER, _HINT,
            authority=signature.authority, issuer=file.model.issuer,
        )  # fmt: skip


def _deputy(file: Inspected, signature: Signature) -> Iterator[Diagnostic]:
    """A head who signs for himself, and a deputy who signs for nobody."""
    path, position = ("signature", "position"), folded(signature.position or "")
    acting = folded(signature.acting or "")
    if position and acting == f"kt {position}":
        yield file.found(
            CODE, path, _HEAD, _HINT, acting=signature.acting, position=signature.position
        )
    by_committee = _BODIES[0] in folded(f"{file.model.issuer} {signature.authority or ''}")
    stated = f"{folded(signature.authority or '')} {acting}".split()
    if position == "pho chu tich" and by_committee and not {"kt", "tuq", "q"} & set(stated):
        yield file.found(CODE, path, _DEPUTY, _HINT, position=signature.position)
