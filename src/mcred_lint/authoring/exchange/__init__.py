"""Rubrics on their way to other programs, and drafts of rubrics that come from there."""
