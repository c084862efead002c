"""A rubric tried on its cases: tiny submissions with the levels and findings that they must get."""
