"""A rubric to begin with, annotated: complete, or one that extends another."""
