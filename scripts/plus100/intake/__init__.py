"""Bytes to schema-valid documents, and findings about those that are not.

Where records come from:

- ``source``       what a source of records offers; ``tree`` reads a work tree, ``revision`` what Git holds,
  ``memory`` holds records that are on no disk; ``limit`` is how much of a file is ever read

Strict YAML, from bytes to values:

- ``text``         what no file may contain (marks, encodings, invisible characters) and how long it may be
- ``scalars``      what a plain scalar means: YAML 1.2's core schema and nothing else
- ``plain_lists``  list files in their plainest form, line by line; nearly all partners and logs
- ``sound``        the tight loop over libyaml's events that reads every other sound file
- ``careful``      the reading of all others: a tree with places, and everything that is wrong
- ``nodes``        that tree; ``layout`` rules of YAML that libyaml lets pass
- ``syntax``       libyaml's complaints explained; ``conflicts`` Git's marks of one; ``faults`` the
  words (Y1xx)
- ``strict_yaml``  ``read``: the one entry point of these eight
- ``locate``       pointers to lines and columns, by one more careful reading

What files say:

- ``leaks``        telephone and ID numbers, mailboxes, accounts anywhere in a file or its name (L5xx);
  ``leak_triggers``, ``leak_spellings`` and ``leak_kinds`` are its parts
- ``schema``       the kinds of documents and their JSON Schemas, compiled
- ``documents``    one file whole: strict YAML, leak scan, schema
- ``judge``        a document that its schema refuses: text taken as written, faults told
- ``messages``     schema faults as findings (S2xx): ``slow`` and ``explain`` find them, ``slips``,
  ``shown`` and ``wording`` with ``key_messages`` and ``value_messages`` say them in Chinese;
  ``trail`` is the way through a schema to a fault
- ``front_matter``  texts with a head read like any record, and a body
- ``pictures``     pictures made anew, or what is wrong with them: ``picture_ends``, ``picture_words``

A sound file takes the short way (``sound``, a fast validator) and nothing is known of its lines; whatever
is doubted is read again, slowly, to say exactly what is wrong and where.
"""
