"""What the author of a rubric needs: its criteria in plain words, and its exchange with other programs."""
