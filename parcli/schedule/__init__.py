"""Time as directives state it: phrases, periods, working days, recurrence. Dates in, dates out."""
