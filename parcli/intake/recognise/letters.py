"""Vietnamese letters for character classes: "à-ỹ" in one would match capitals as well."""

from __future__ import annotations

_TONED_CAPITALS = "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
CAPITALS = f"A-ZĐ{_TONED_CAPITALS}"
SMALL = f"a-zđ{_TONED_CAPITALS.lower()}"
