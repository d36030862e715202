"""The tables of the compiled index. Raise VERSION with every change: older files are rebuilt."""

from __future__ import annotations

VERSION = 14

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;

-- One row a file: what it was when it was read. `changed` is its mtime in nanoseconds; `inspected`
-- says whether all inspections were done, or the essential ones alone.
CREATE TABLE file (
  id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
  size INTEGER NOT NULL, changed INTEGER NOT NULL, hash BLOB NOT NULL,
  inspected INTEGER NOT NULL
);

-- What is wrong with one file by itself. `severity` 2 is an error; message and hint are catalogue
-- ids, `facts` the JSON object of their fields.
CREATE TABLE diagnostic (
  file INTEGER NOT NULL, line INTEGER NOT NULL, column INTEGER NOT NULL, code TEXT NOT NULL,
  severity INTEGER NOT NULL, message TEXT NOT NULL, hint TEXT NOT NULL, facts TEXT NOT NULL
);
CREATE INDEX diagnostic_file ON diagnostic (file);
-- Comments that silence diagnostics: the lines from first to last, the codes (JSON) and why.
CREATE TABLE ignore (
  file INTEGER NOT NULL, line INTEGER NOT NULL, column INTEGER NOT NULL, first INTEGER NOT NULL,
  last INTEGER NOT NULL, codes TEXT NOT NULL, reason TEXT NOT NULL
);
CREATE INDEX ignore_file ON ignore (file);

CREATE TABLE config (file INTEGER PRIMARY KEY, title TEXT, org TEXT, settings TEXT NOT NULL);

-- A year's corrections to the public holidays, as data/calendar has them (JSON); each year worked
-- out once: days off and worked rest days.
CREATE TABLE calendar_file (
  file INTEGER PRIMARY KEY, year INTEGER NOT NULL, correction TEXT NOT NULL
);
CREATE TABLE calendar_year (year INTEGER PRIMARY KEY, days TEXT NOT NULL);

-- Units and groups of units. Days are ISO text; an open side is NULL.
CREATE TABLE organisation (
  file INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, level TEXT, province TEXT,
  code TEXT, valid_from TEXT, valid_until TEXT, note TEXT
);
CREATE TABLE unit (
  file INTEGER NOT NULL, org TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT,
  is_group INTEGER NOT NULL, parent TEXT, code TEXT, aliases TEXT NOT NULL,
  valid_from TEXT, valid_until TEXT, successors TEXT NOT NULL, note TEXT, position INTEGER NOT NULL,
  PRIMARY KEY (org, id)
) WITHOUT ROWID;
CREATE TABLE membership (
  org TEXT NOT NULL, "group" TEXT NOT NULL, unit TEXT NOT NULL, file INTEGER NOT NULL,
  PRIMARY KEY (org, "group", unit)
) WITHOUT ROWID;

CREATE TABLE framework (
  file INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, name_en TEXT, abbreviation TEXT,
  years_from TEXT, years_until TEXT, scored_by TEXT, sources TEXT NOT NULL, note TEXT
);
-- Dimensions and criteria; `id` is "par-index/1" or "par-index/1.1".
CREATE TABLE criterion (
  file INTEGER NOT NULL, id TEXT NOT NULL, framework TEXT NOT NULL, dimension TEXT NOT NULL,
  number TEXT NOT NULL, is_dimension INTEGER NOT NULL, name TEXT NOT NULL, name_en TEXT,
  max_points REAL, scored_by TEXT, position INTEGER NOT NULL,
  PRIMARY KEY (id)
) WITHOUT ROWID;

-- `id` is the file's row; `slug` the directive's own id. Days are ISO text as the document has;
-- first_day and last_day bound the time in which it is in force.
CREATE TABLE directive (
  id INTEGER PRIMARY KEY, slug TEXT NOT NULL, org TEXT NOT NULL, type TEXT NOT NULL, number TEXT,
  symbol TEXT, superior TEXT, issuer TEXT NOT NULL, place TEXT, issued TEXT, subject TEXT NOT NULL,
  first_day TEXT NOT NULL, last_day TEXT NOT NULL
);
CREATE INDEX directive_slug ON directive (slug);
CREATE TABLE citation (
  directive INTEGER NOT NULL, n INTEGER NOT NULL, type TEXT, number TEXT, issued TEXT, issuer TEXT,
  title TEXT, role TEXT, at TEXT, PRIMARY KEY (directive, n)
) WITHOUT ROWID;
-- Citations in running text that give a day: the number with its symbol, the words that begin with
-- the office, the offset in the file's text. Only of files that were inspected.
CREATE TABLE cited_in_words (
  directive INTEGER NOT NULL, n INTEGER NOT NULL, number TEXT NOT NULL, issued TEXT NOT NULL,
  issuer TEXT, offset INTEGER NOT NULL, PRIMARY KEY (directive, n)
) WITHOUT ROWID;
CREATE TABLE appendix (
  directive INTEGER NOT NULL, n INTEGER NOT NULL, number TEXT, kind TEXT, title TEXT,
  framework TEXT,
  PRIMARY KEY (directive, n)
) WITHOUT ROWID;
CREATE TABLE "group" (
  directive INTEGER NOT NULL, n INTEGER NOT NULL, parent INTEGER, appendix INTEGER, path TEXT,
  number TEXT, title TEXT, at TEXT, PRIMARY KEY (directive, n)
) WITHOUT ROWID;
-- `slug` is the part of the task's id after the directive's; `at` its place in the file's data.
CREATE TABLE task (
  directive INTEGER NOT NULL, n INTEGER NOT NULL, slug TEXT NOT NULL, "group" INTEGER,
  appendix INTEGER, number TEXT, title TEXT, text TEXT, output TEXT, responsible TEXT,
  deadline TEXT,
  note TEXT, at TEXT NOT NULL, framework TEXT,
  PRIMARY KEY (directive, n)
) WITHOUT ROWID;
-- The tasks whose words say who leads ("… chủ trì", role 1) or cooperates ("phối hợp với …", 2).
CREATE TABLE said_role (
  directive INTEGER NOT NULL, task INTEGER NOT NULL, role INTEGER NOT NULL,
  PRIMARY KEY (directive, task, role)
) WITHOUT ROWID;
-- Who leads (role 1) or cooperates (role 2), as a written name; `inherited` from a group.
CREATE TABLE assignment (
  directive INTEGER NOT NULL, task INTEGER NOT NULL, role INTEGER NOT NULL, n INTEGER NOT NULL,
  name INTEGER NOT NULL, scope TEXT, inherited INTEGER NOT NULL,
  PRIMARY KEY (directive, task, role, n)
) WITHOUT ROWID;
-- Each name as written, and the unit or group it means on the days from `since` on; NULL where it
-- means none, several candidates as JSON.
CREATE TABLE name (
  id INTEGER PRIMARY KEY, org TEXT NOT NULL, written TEXT NOT NULL, since TEXT NOT NULL, unit TEXT,
  candidates TEXT, UNIQUE (org, written, since)
);
CREATE INDEX name_unit ON name (org, unit);
CREATE TABLE target (
  directive INTEGER NOT NULL, task INTEGER NOT NULL, n INTEGER NOT NULL, text TEXT NOT NULL,
  compare TEXT, value REAL, unit TEXT, change TEXT, baseline TEXT, by TEXT, scope TEXT,
  PRIMARY KEY (directive, task, n)
) WITHOUT ROWID;
CREATE TABLE serves (
  directive INTEGER NOT NULL, task INTEGER NOT NULL, n INTEGER NOT NULL, criterion TEXT NOT NULL,
  PRIMARY KEY (directive, task, n)
) WITHOUT ROWID;
-- Everything with a time in it. kind is "report" or "task" (`task` is then its number); `meaning`
-- is the deadline as JSON; first_day..last_day the days on which it can come due; its occurrences
-- up to `reach` are in `occurrence`.
CREATE TABLE duty (
  directive INTEGER NOT NULL, n INTEGER NOT NULL, kind TEXT NOT NULL, slug TEXT NOT NULL,
  task INTEGER, title TEXT, phrase TEXT, meaning TEXT NOT NULL, cycle TEXT, "to" INTEGER,
  via INTEGER, after TEXT, first_day TEXT NOT NULL, last_day TEXT NOT NULL, at TEXT NOT NULL,
  reach TEXT NOT NULL, PRIMARY KEY (directive, n)
) WITHOUT ROWID;
CREATE INDEX duty_days ON duty (last_day, first_day);
CREATE INDEX duty_undated ON duty (last_day, first_day)
WHERE instr(meaning, '"unread"') OR instr(meaning, '"reason": "empty"');
CREATE INDEX duty_reach ON duty (reach, last_day) WHERE reach < last_day;
-- A duty's fallings due. `occasion` tells one from the others; `ends` is the end of its own period,
-- `period` the one that a report is about; last_day is strict.
CREATE TABLE occurrence (
  directive INTEGER NOT NULL, duty INTEGER NOT NULL, n INTEGER NOT NULL, occasion TEXT NOT NULL,
  period TEXT, ends TEXT NOT NULL, last_day TEXT NOT NULL, time TEXT, exact INTEGER NOT NULL,
  figures_from TEXT, figures_to TEXT, PRIMARY KEY (directive, duty, n)
) WITHOUT ROWID;
CREATE INDEX occurrence_day ON occurrence (last_day);
CREATE TABLE duty_from (
  directive INTEGER NOT NULL, duty INTEGER NOT NULL, n INTEGER NOT NULL, name INTEGER NOT NULL,
  PRIMARY KEY (directive, duty, n)
) WITHOUT ROWID;

CREATE TABLE submission (
  file INTEGER PRIMARY KEY, org TEXT NOT NULL, unit TEXT NOT NULL, period TEXT NOT NULL,
  number TEXT, received TEXT, duties TEXT NOT NULL
);
CREATE INDEX submission_unit ON submission (org, unit, period);
CREATE TABLE progress (
  file INTEGER NOT NULL, task TEXT NOT NULL, org TEXT NOT NULL, unit TEXT NOT NULL,
  period TEXT NOT NULL, status TEXT NOT NULL, "values" TEXT NOT NULL, result TEXT,
  evidence TEXT NOT NULL, difficulties TEXT, proposals TEXT,
  PRIMARY KEY (file, task)
) WITHOUT ROWID;
CREATE INDEX progress_task ON progress (task, org, unit);
"""

# Made after the first load, which is quicker and keeps their pages together.
LATE_INDEXES = """
CREATE INDEX IF NOT EXISTS assignment_name ON assignment (name, directive, task);
CREATE INDEX IF NOT EXISTS serves_criterion ON serves (criterion);
"""

# Which column of each table names the file that its rows came from.
OWNERS = {
    "diagnostic": "file",
    "ignore": "file",
    "config": "file",
    "calendar_file": "file",
    "organisation": "file",
    "unit": "file",
    "membership": "file",
    "framework": "file",
    "criterion": "file",
    "directive": "id",
    "citation": "directive",
    "cited_in_words": "directive",
    "appendix": "directive",
    "group": "directive",
    "task": "directive",
    "said_role": "directive",
    "assignment": "directive",
    "target": "directive",
    "serves": "directive",
    "duty": "directive",
    "duty_from": "directive",
    "occurrence": "directive",
    "submission": "file",
    "progress": "file",
}
