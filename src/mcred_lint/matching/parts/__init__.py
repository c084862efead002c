"""Parts that repeat, such as sessions: found however they are laid out, with their fields and their learning time.

`find.py` is the way in. Every way of dividing a passage (`starts.py`, `tables.py`, `columns.py`) gives a family of drafts; timetables
are read apart from them (`timetable.py`) and supply the times that the drafts lack (`times.py`).
"""
