"""Bytes to schema-valid documents, and findings about those that are not.

Where records come from:

- ``source``       what a source of records offers; ``tree`` reads a work tree, ``revision`` what Git holds,
  ``memory`` holds records that are on no disk; ``limit`` is how much of a file is ever read

From bytes to values:

- ``reading``      strict YAML; ``reading.strict_yaml.read`` is its one entry point
- ``locate``       pointers to lines and columns, by one more careful reading

What files say:

- ``leaks``        telephone and ID numbers, mailboxes, accounts anywhere in a file or its name (L5xx)
- ``schema``       the kinds of documents and their JSON Schemas, compiled
- ``documents``    one file whole: strict YAML, leak scan, schema
- ``judge``        a document that its schema refuses: text taken as written, faults told
- ``messages``     schema faults as findings in Chinese (S2xx)
- ``front_matter``  texts with a head read like any record, and a body
- ``pictures``     pictures made anew, or what is wrong with them

A sound file takes the short way (``sound``, a fast validator) and nothing is known of its lines; whatever
is doubted is read again, slowly, to say exactly what is wrong and where.
"""
