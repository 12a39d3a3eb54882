"""Who may do what, as one table, and what of it a change touches.

- ``table``    the table: kind of thing × operation → who may alone, who with another's agreement
- ``places``   which kind of thing a path is
- ``parents``  the units that a unit comes to hang under
- ``touches``  everything of the table that a change touches, as ``touch``; ``touched_cadres``,
  ``touched_units`` and ``touched_columns`` are parts of it
- ``holders``  who holds a role of the table for a thing, in the base
- ``page``     the table as people read it

What no row allows is refused. A place for closed periods stands in ``guard.CONDITIONS``.
"""
