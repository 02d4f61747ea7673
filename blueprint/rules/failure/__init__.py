"""Fail points, recoveries, and who answers for them."""
