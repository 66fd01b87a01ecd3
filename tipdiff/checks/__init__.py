"""Checks: figures that do not agree with each other, within a report and from one to the next."""

from tipdiff.checks.across import check_pair
from tipdiff.checks.within import check_report

__all__ = ["check_pair", "check_report"]
