"""The words that everything else uses; standard library only.

- ``findings``   what is wrong, where, and how to mend it: ``Finding``, ``Location``, ``Severity``
- ``telling``    findings from tables of words
- ``catalogue``  every finding code with its Chinese page text, one module a stage
- ``periods``    calendar windows (month, two months, quarter, half-year, year) and spans of days
- ``points``     exact decimal points and ratios: parsing, printing, never a float
- ``ids``        the grammar of names: units, cadres, persons, partners, entries

Nothing here reads a file, a clock or an environment variable.
"""
