"""What the author of a rubric needs: its criteria in plain words, a start, the schema, the reference, other programs."""
