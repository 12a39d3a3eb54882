"""A Git server of one's own: who may connect, and what may enter.

No forge is needed: an account on a machine with ``sshd`` and Git. Whoever connects is known by the key
that stands in the records at main, gets no shell, and reaches one repository only. What is pushed is
judged before anybody else can see it, by the programs of the server and never by anything in the push.

- ``repository``  a bare repository set up for this: settings of Git, the two hooks
- ``entrance``    ``authorized_keys`` lines from the keys at main; a forced command each
- ``shell``       that command (``python -m plus100.server``): fetch or push on the one repository, else a
  sentence
- ``history``     first parents, the tree that a merge yields by itself, when a commit was received
- ``desk``        what a push is judged with
- ``branches``    ``refs/heads/<person>/…``: a person's own proposals
- ``trunk``       ``main``: merges signed by reviewers, and own log entries where a unit lets them
- ``rulings``     ``rule_on(...)``: one ruling on every ref of a push

Nothing is judged here a second time: rights come from ``review.guard``, faults from ``review.receipt``,
persons from ``review.identity`` and ``review.signatures``. What this package adds is about refs: whose
branch it is, that a merge is a reviewer's, and that it holds nothing but the branch.

A ruling on main is made about exactly the ``old`` commit that Git has read; Git then moves main only if it
is still there. So of two pushes that race, each in order by itself, one is refused, and its second try is
judged together with what the first one brought.
"""
