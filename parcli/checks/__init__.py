"""Rules between the files of a registry: one rule a module, listed by their codes.

Each module has a CODE, a SEVERITY, a docstring that is its manual page, and `check`, which asks the
compiled index. Rules that one file must keep by itself are in `registry.inspection`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from parcli.checks import (
    ambiguous_unit,
    changed_evidence,
    cited_date,
    done_without_evidence,
    due_before_issue,
    due_out_of_force,
    empty_group,
    empty_task,
    evidence_outside,
    heading_unit,
    idle_report,
    impossible_date,
    impossible_year,
    index_of_other_years,
    leads_and_supports,
    lone_member,
    missing_evidence,
    misspelt_receiver,
    misspelt_unit,
    no_catalogue,
    one_unit_twice,
    other_criterion,
    period_out_of_force,
    roll_up_order,
    roll_up_time,
    same_document,
    same_id,
    task_of_others,
    unit_of_other_days,
    unknown_criterion,
    unknown_index,
    unknown_policy,
    unknown_report,
    unknown_task,
    unknown_unit,
    unnamed_support,
    unread_phrase,
    unserved_criterion,
    value_and_target,
)

if TYPE_CHECKING:
    from parcli.checks.finding import Check

CHECKS = cast(
    "tuple[Check, ...]",
    (
        unknown_criterion,
        unknown_index,
        no_catalogue,
        unknown_report,
        same_id,
        cited_date,
        other_criterion,
        same_document,
        index_of_other_years,
        unknown_unit,
        ambiguous_unit,
        unit_of_other_days,
        leads_and_supports,
        one_unit_twice,
        heading_unit,
        misspelt_unit,
        empty_group,
        lone_member,
        misspelt_receiver,
        unnamed_support,
        unread_phrase,
        due_before_issue,
        due_out_of_force,
        roll_up_order,
        roll_up_time,
        impossible_date,
        impossible_year,
        idle_report,
        unserved_criterion,
        done_without_evidence,
        unknown_task,
        task_of_others,
        value_and_target,
        period_out_of_force,
        missing_evidence,
        changed_evidence,
        evidence_outside,
        unknown_policy,
        empty_task,
    ),
)
# What can be told of a file that stands in no registry.
OF_ONE_FILE = cast(
    "tuple[Check, ...]",
    (
        unknown_report,
        cited_date,
        unread_phrase,
        due_before_issue,
        due_out_of_force,
        roll_up_order,
        roll_up_time,
        impossible_date,
        impossible_year,
        idle_report,
        empty_task,
    ),
)
