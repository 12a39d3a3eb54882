"""The steps from a source to the ledger, each ``(result, findings)``; ``ledger.assemble`` takes them.

- ``files``      which file is what
- ``read``       single documents, as records
- ``policies``   editions and readings; ``frame`` settings, units and cadres, and who is withheld:
  ``withhold``, ``doubt`` (the days of what a schema refuses), ``lost`` (what is still known of it)
- ``book``       one cadre's partners and log
"""
