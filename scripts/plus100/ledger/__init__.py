"""Documents → one consistent, immutable world, and what had to be kept out of it.

- ``records``    what the record files hold, as frozen types; the schemas are the authority
- ``policy``     editions: rules with dates and sources, inheritance, ceilings, readings
- ``world``      the clean ledger: ``Frame`` (everything but contacts and logs), ``Book`` (one cadre's
  partners and log), ``Withheld``
- ``vocabulary``  which themes and tasks a unit's entries may name, day by day
- ``waivers``    faults that somebody has agreed to leave for a while
- ``checks``     what contradicts what, one rule a module
- ``assemble``   the way from a source to that world: ``read_frame``, ``read_book``, ``check``;
  its steps are in ``assembly``

A record at fault is withheld: the entry or partner, else its file, else the cadre, else the unit with
its cadres; the finding is said once, at its cause. Whoever refers to a withheld record is not
blamed for it. All else is handed on clean: a reader of the frame and the books need not check
anything again, with two exceptions. An activity may name a partner who is withheld, and a unit's
parent may be.

Bad data never raises. Nothing here decides whether people did what the documents demand: that is
``measure``.
"""
