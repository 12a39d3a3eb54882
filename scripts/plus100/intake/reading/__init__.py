"""Strict YAML: bytes to values, or everything that is wrong with them.

- ``strict_yaml``  ``read``: the one entry point
- ``text``         what no file may contain (marks, encodings, invisible characters) and how long it may be
- ``scalars``      what a plain scalar means: YAML 1.2's core schema and nothing else
- ``plain_lists``  list files in their plainest form, line by line; nearly all partners and logs
- ``sound``        the tight loop over libyaml's events that reads every other sound file
- ``careful``      the reading of all others: a tree with places, and everything that is wrong
- ``nodes``        that tree; ``layout`` rules of YAML that libyaml lets pass
- ``syntax``       libyaml's complaints explained; ``conflicts`` Git's marks of one; ``faults`` the
  words (Y1xx)
"""
