"""Two rubrics side by side: what changed, part by part, in plain words."""
