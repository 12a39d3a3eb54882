"""New records and contributions: drafts with an id and a day, written to where they belong.

Nothing that exists is ever overwritten, and nothing is submitted: what is written here is checked, reviewed
and merged like everything else.

- ``ids``     fresh ids: a day and a short random part
- ``fresh``   a draft (``publish.drafts``) with its blanks filled in as far as one can
- ``place``   putting it onto the disk
- ``copies``  pictures for a contribution, made anew so that place and time stay behind
"""
