"""Waivers: which criteria whoever runs the check lets off, for which submission, and what became of each waiver."""
