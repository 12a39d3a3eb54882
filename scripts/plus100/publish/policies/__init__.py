"""Editions and readings in plain Chinese.

- ``pages``       an edition's page and the list of them; ``readings`` how unclear clauses are read;
  ``diff`` what differs between two editions, or two days of one
- ``words``, ``text``, ``parameters``   how rules, sources and values are worded; the terminal uses them too
"""
