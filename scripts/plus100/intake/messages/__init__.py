"""What a schema refuses, told in Chinese: one fault, one finding (S2xx).

- ``findings``  a fault as a finding: the one entry point
- ``explain``   which faults a document has; ``slow`` the thorough validator, ``trail`` the way through a
  schema to a fault
- ``keys``, ``values``   the sentences about fields and about what they hold, made of ``wording``,
  ``shown`` (what of a value may be shown) and ``slips`` (the nearest allowed one)
"""
