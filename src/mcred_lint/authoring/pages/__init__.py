"""A rubric told to people: its criteria in plain words, as Markdown and as a web page."""
