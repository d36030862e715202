"""Mutates real files and reads them: every outcome is a draft or a message, in bounded time.

    python benchmarks/fuzz_intake.py [SECONDS] [SEED]

Seeds of the corpus are the documents of tests/intake and the two sources, as text, Word and PDF.
A mutation that fails otherwise is written to fuzz-failures/ to be kept as a test.
"""

from __future__ import annotations

import copy
import io
import random
import sys
import time
import traceback
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests/intake"))

from judging import NAMES, source  # noqa: E402  it lies with the tests
from lxml import etree  # noqa: E402
from small_pdf import Page, pdf  # noqa: E402
from word_files import as_word  # noqa: E402

from parcli.errors import ParcliError  # noqa: E402
from parcli.intake.draft import make_draft  # noqa: E402
from parcli.intake.readers.opening import read_bytes, read_document  # noqa: E402
from parcli.intake.readers.word_xml import W  # noqa: E402
from parcli.intake.yaml_out import directive_yaml  # noqa: E402

SLOW = 20.0
SIGNS = (
    "\t", "|", "\n\n", "<table>", "</td>", "**", "- ", "1. ", "a) ", "PHỤ LỤC 2", ":", ";",
    "./.", "Số: ", "ngày 31/02/2024", "%", "UBND các xã, ",
)  # fmt: skip
ODD = ("0", "-1", "99999999999", "continue", "x", "", "true", "NaN", "1e9")


def corpus() -> list[tuple[str, bytes]]:
    """Suffix and bytes of each seed."""
    sources = [ROOT / f"tests/data/sources/{name}.txt" for name in ("ba-don-2024", "bac-binh-2022")]
    files = [*sources, *(source(name) for name in NAMES)]
    seeds = [(path.suffix, path.read_bytes()) for path in files]
    seeds += [(".docx", as_word(read_document(path))) for path in files]
    page = Page().grid([40, 80, 300, 500], [40, 60, 80]).text(50, 44, "TT").text(90, 44, "Nhiệm vụ")
    return [*seeds, (".pdf", pdf(page, Page().text(50, 50, "1. Sở Nội vụ chủ trì kiểm tra")))]


def mutated(raw: bytes, suffix: str, chance: random.Random) -> bytes:
    """The bytes with a few changes; in a Word file mostly inside its XML."""
    if suffix == ".docx" and chance.random() < 0.9:
        return _inside(raw, chance)
    if suffix in (".txt", ".md") and chance.random() < 0.8:
        return _letters(raw.decode("utf-8"), chance).encode()
    data = bytearray(raw)
    for _change in range(chance.randint(1, 30)):
        place = chance.randrange(len(data) + 1)
        kind = chance.randrange(4)
        if kind == 0:
            data[place : place + 1] = bytes([chance.randrange(256)])
        elif kind == 1:
            del data[place : place + chance.randint(1, 200)]
        elif kind == 2:
            data[place:place] = data[place : place + chance.randint(1, 400)]
        else:
            data[place:place] = chance.choice(
                [b"\t", b"|", b"\n\n", b"<table>", b"**", b"- ", b"1."]
            )
    return bytes(data)


def _letters(text: str, chance: random.Random) -> str:
    """The text with letters and lines moved, dropped and repeated: it stays readable text."""
    for _change in range(chance.randint(1, 30)):
        place = chance.randrange(len(text) + 1)
        end = place + chance.randint(0, 60)
        new = chance.choice(["", text[place:end] * 3, *SIGNS])
        text = text[:place] + new + text[end:]
    return text


def _grown(raw: bytes, chance: random.Random) -> bytes:
    """XML with elements dropped, repeated, moved and given odd values: it stays sound XML."""
    root = etree.fromstring(raw)
    for _change in range(chance.randint(1, 25)):
        every = [each for each in root.iter() if each.getparent() is not None]
        if not every:
            break
        one, other = chance.choice(every), chance.choice(every)
        kind = chance.randrange(5)
        if kind == 0:
            one.getparent().remove(one)
        elif kind == 1:
            one.addnext(copy.deepcopy(one))
        elif kind == 2:
            other.append(copy.deepcopy(one))
        elif kind == 3:
            one.set(chance.choice(one.keys() or [f"{W}val"]), chance.choice(ODD))
        else:
            one.text = chance.choice(SIGNS)
    return etree.tostring(root)


def _inside(raw: bytes, chance: random.Random) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(stream, "w") as new:
        for info in old.infolist():
            part = bytearray(old.read(info))
            own = info.filename.startswith("word/") and info.filename.endswith(".xml")
            if own and part and chance.random() < 0.6:
                part = bytearray(_grown(bytes(part), chance))
            elif own and part and chance.random() < 0.1:
                for _change in range(chance.randint(1, 8)):
                    place = chance.randrange(len(part))
                    end = place + chance.randint(0, 60)
                    part[place:end] = chance.choice(
                        [b"", b"<w:p>", b"9", b'"', b"</w:tc>", b"&#1;"]
                    )
            new.writestr(info.filename, bytes(part))
    return stream.getvalue()


def tried(raw: bytes, suffix: str) -> str:
    """What became of the bytes: "draft", the name of an error, or "slow"."""
    start = time.perf_counter()
    try:
        directive_yaml(make_draft(read_bytes(raw, f"x{suffix}", suffix), directive_id="x"))
        outcome = "draft"
    except ParcliError as error:
        outcome = type(error).__name__
    return "slow" if time.perf_counter() - start > SLOW else outcome


def main() -> None:
    """Run for the seconds asked for and print what became of the files."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60
    chance = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    seeds, outcomes, failed = corpus(), {}, 0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        suffix, raw = chance.choice(seeds)
        changed = mutated(raw, suffix, chance)
        try:
            outcome = tried(changed, suffix)
        except Exception:  # noqa: BLE001  a failure is what is looked for
            failed += 1
            outcome = "FAILED"
            folder = Path("fuzz-failures")
            folder.mkdir(exist_ok=True)
            (folder / f"{failed}{suffix}").write_bytes(changed)
            traceback.print_exc()
        outcomes[outcome] = outcomes.get(outcome, 0) + 1
    for name, count in sorted(outcomes.items()):
        print(f"{count:6} {name}")


if __name__ == "__main__":
    main()
