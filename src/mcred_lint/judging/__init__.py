"""Judging: from measurements and ladders to levels, reasons and next steps. Pure; nothing here reads a submission."""
