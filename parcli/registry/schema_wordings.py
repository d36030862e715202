"""How each of pydantic's errors is told: code, message and hint."""

from __future__ import annotations

from typing import NamedTuple

from parcli.language import N_
from parcli.registry.yaml_slips import NO_BREAK as INDENTED_SO


class Wording(NamedTuple):
    """Code, message and hint of one kind of finding; the last two are catalogue ids."""

    code: str
    message: str
    hint: str = ""


MISSING = Wording("PAR201", N_("The key “{key}” is missing."), N_("Add “{key}:” here."))
NO_VALUE = Wording("PAR201", N_("“{key}” has no value."), N_("Write a value after “{key}:”."))
EXTRA = Wording("PAR202", N_("The key “{key}” is not known here."), N_("Known keys: {known}."))
EXTRA_NEAR = Wording(
    "PAR202", N_("The key “{key}” is not known here."), N_("Did you mean “{near}”?")
)
MERGE_KEY = Wording(
    "PAR202",
    N_("YAML's “<<”, which brings in the keys of another part, is not read."),
    N_("Write out the keys that it should bring in."),
)
NO_SPACE = Wording(
    "PAR202", N_("A space is missing after the “:” of “{key}”."), N_("Write “{key}: {rest}”.")
)
NO_BREAK = Wording("PAR202", *INDENTED_SO)
COMMA = Wording(
    "PAR202",
    N_("A comma inside {{ }} ends the text, so “{key}” is taken for a key."),
    N_("Put the whole text in quotes: {text}."),
)
DECIMAL_COMMA = Wording(
    "PAR202",
    N_("A comma inside {{ }} ends the text, so “{key}” is taken for a key."),
    N_("Write the number with a point: {text}."),
)
NOT_LIST = Wording(
    "PAR203",
    N_("“{key}” must be a list."),
    N_("Put each item on a line of its own, after “- ”, or write [a, b]."),
)
NOT_DASHED = Wording(
    "PAR203",
    N_("“{key}” must be a list."),
    N_("Write each item as “- …”: a hyphen and a space."),
)
NOT_MAPPING = Wording(
    "PAR203", N_("“{key}” must hold keys of its own."), N_("Write “key: value” lines under it.")
)
NOT_TEXT = Wording("PAR203", N_("“{key}” must be a text."), N_("Write one value after “{key}:”."))
COLON_INSIDE = Wording(
    "PAR203",
    N_("This text has “: ” in it, so YAML takes “{word}” for a key."),
    N_("Put the whole text in quotes: {text}."),
)
CURLY_QUOTES = Wording(
    "PAR203",
    N_("Curly quotes enclose nothing in YAML, so the “: ” makes “{word}” a key."),
    N_("Write straight quotes: {text}."),
)
EMPTY = Wording(
    "PAR203", N_("“{key}” is empty text."), N_("Write something, or remove the quotes.")
)
CHOICE = Wording("PAR204", N_("“{value}” is not a value of “{key}”."), N_("Choose: {allowed}."))
CHOICE_NEAR = Wording(
    "PAR204",
    N_("“{value}” is not a value of “{key}”."),
    N_("Did you mean “{near}”? Choices: {allowed}."),
)
FORM = Wording(
    "PAR205", N_("“{value}” is not in the form that “{key}” has."), N_("Form: {pattern}")
)
FORM_NEAR = Wording(
    "PAR205", N_("“{value}” is not in the form that “{key}” has."), N_("Did you mean “{near}”?")
)
FORM_MEANT = Wording(
    "PAR205",
    N_("“{value}” is not in the form that “{key}” has."),
    N_("Write “{near}”: small letters without accents and digits, joined by “-” or “.”."),
)
TOO_LONG = Wording(
    "PAR209", N_("“{value}” is too long for “{key}”."), N_("At most {max_length} characters.")
)
# Forms in words, by the pattern of the model.
FORMS = {
    r"^[a-z0-9]+(?:[-.][a-z0-9]+)*$": N_(
        "Write small letters without accents and digits, joined by “-” or “.”: phong-noi-vu."
    ),
    r"^\d{2,5}$": N_("Write 2 to 5 digits, in quotes where they begin with 0."),
    r"^\d{4}$": N_("Write a year: 2026."),
    r"^PAR\d{3}$": N_("Write a code such as PAR401."),
    r"^[0-9a-f]{64}$": N_("Write the 64 digits that sha256sum prints."),
}
DATE = Wording(
    "PAR206",
    N_("“{value}” is not a date."),
    N_("Write 2024, 2024-07 or 2024-07-21, a day that exists."),
)
DATE_MEANT = DATE._replace(hint=N_("Write {near}: year, month, day."))
DATE_NEAR = DATE._replace(hint=N_("Did you mean {near}?"))
PERIOD = Wording(
    "PAR206", N_("“{value}” is not a period."), N_("Write 2024, 2024-H1, 2024-Q3 or 2024-07.")
)
PERIOD_MEANT = PERIOD._replace(hint=N_("Write {near}."))
NUMBER = Wording(
    "PAR207",
    N_("“{value}” is not a number that fits here."),
    N_("Write digits, such as 80 or 7.5."),
)
WHOLE_NUMBER = NUMBER._replace(hint=N_("Write a whole number in digits, such as 5."))
NUMBER_WITH_UNIT = NUMBER._replace(hint=N_("Write {near}: the number alone, without “{rest}”."))
NUMBER_WITH_MARKS = NUMBER._replace(
    hint=N_("Write {near}: a point before decimals, and nothing between thousands.")
)
TOO_SMALL = Wording("PAR207", N_("“{value}” is too small here."), N_("Write {ge} or more."))
TOO_LARGE = Wording("PAR207", N_("“{value}” is too large here."), N_("Write {le} or less."))
BOOLEAN = Wording("PAR207", N_("“{value}” is neither true nor false."), N_("Write true or false."))
NOT_WEEKEND = Wording("PAR206", N_("{day} is no Saturday or Sunday, so it makes up for nothing."))
OTHER_YEAR = Wording("PAR206", N_("{day} is not in {year}, the year of this file."))
DAY_TWICE = Wording("PAR206", N_("{day} stands more than once in this file."))
OTHER = Wording("PAR209", N_("“{key}” cannot be read: {reason}"))

BY_TYPE = {
    "missing": MISSING,
    "list_type": NOT_LIST,
    "dict_type": NOT_MAPPING,
    "model_type": NOT_MAPPING,
    "model_attributes_type": NOT_MAPPING,
    "string_type": NOT_TEXT,
    "string_too_short": EMPTY,
    "literal_error": CHOICE,
    "enum": CHOICE,
    "string_pattern_mismatch": FORM,
    "string_too_long": TOO_LONG,
    "date": DATE,
    "date_from_datetime_parsing": DATE,
    "date_parsing": DATE,
    "date_type": DATE,
    "calendar_day": DATE,
    "calendar_not_weekend": NOT_WEEKEND,
    "calendar_other_year": OTHER_YEAR,
    "calendar_day_twice": DAY_TWICE,
    "period": PERIOD,
    "float_parsing": NUMBER,
    "float_type": NUMBER,
    "finite_number": NUMBER,
    "int_parsing": WHOLE_NUMBER,
    "int_type": WHOLE_NUMBER,
    "greater_than_equal": TOO_SMALL,
    "less_than_equal": TOO_LARGE,
    "bool_parsing": BOOLEAN,
    "bool_type": BOOLEAN,
}
