"""Submissions made from a rubric: empty ones for an educator to fill in, and made-up ones for testing the rubric."""
