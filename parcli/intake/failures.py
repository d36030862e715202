"""Why a file could not be imported: each with what to do about it."""

from __future__ import annotations

from parcli.errors import ParcliError, UsageError
from parcli.language import N_


class UnknownFileKind(UsageError):
    """A file that no reader knows."""

    message = N_("{file} is not a document that parcli reads.")
    hint = N_("It reads .docx, .pdf, .txt and .md files.")


class NotThisKind(ParcliError):
    """A file that is something else than its name says."""

    message = N_("{file} is not what its name says: it holds {found}.")
    hint = N_("Open it in the program it belongs to, and save the document as .docx.")


class PlainText(NotThisKind):
    """Text under the name of a Word document."""

    hint = N_("If that is the document's text, rename the file to .txt and import it again.")


class OtherFormat(ParcliError):
    """A document of an office program that parcli does not read, under its right name."""

    message = N_("parcli does not read {suffix} files.")
    hint = N_("Open {file} in Word or LibreOffice and save it as .docx.")


class OldWord(ParcliError):
    """A .doc of Word 97 to 2003."""

    message = N_("{file} is a document of Word 97-2003.")
    hint = N_("Open it in Word or LibreOffice and save it as .docx.")


class Locked(ParcliError):
    """A Word document with a password."""

    message = N_("{file} is locked with a password.")
    hint = N_("Open it with the password and save it as .docx without one.")


class Damaged(ParcliError):
    """A file that is cut off or broken."""

    message = N_("{file} is damaged or incomplete: {reason}")
    hint = N_("Ask the sender for the file again.")


class TooBig(ParcliError):
    """A file that would need more than a document can: a bomb, or a mistake."""

    message = N_("{file} is too big to be a directive: {what} is more than {limit}.")
    hint = N_("If it is a real document, split it and import the parts.")


class Unsafe(ParcliError):
    """A file with declarations that no office program writes."""

    message = N_("{file} was refused: it declares {what}, which no Word document needs.")
    hint = N_("Do not open it; ask the sender.")


class NoWords(ParcliError):
    """A document without any text."""

    message = N_("{file} has no text.")
    hint = N_("Check that it is the right file.")


class OnlyPictures(ParcliError):
    """A Word document made of pictures."""

    message = N_("{file} holds only pictures, no text.")
    hint = N_("Save it as a PDF and have the text recognised: ocrmypdf -l vie in.pdf out.pdf")


class Scanned(ParcliError):
    """A PDF made of pictures."""

    message = N_("{file} holds scanned pages without text.")
    hint = N_("Add the text first: ocrmypdf -l vie {file} out.pdf")


class LockedPdf(ParcliError):
    """A PDF that needs a password."""

    message = N_("{file} is locked with a password.")
    hint = N_("Open it with the password and print it to a new PDF.")


class NoPdfReader(ParcliError):
    """The optional PDF reader is not installed."""

    message = N_("Reading PDF files needs an additional package.")
    hint = N_('Install it with: pip install "parcli[pdf]"')


class UnknownEncoding(ParcliError):
    """Text in an encoding or a legacy font that cannot be told."""

    message = N_("{file} is written in an encoding that parcli does not know.")
    hint = N_("Open it and save it as UTF-8 text.")
