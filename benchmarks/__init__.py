"""Measurements, as ratios within one run. Not tests: run them by hand, on a quiet machine."""
