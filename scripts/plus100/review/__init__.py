"""A change in Git: what it touches, who may make it, what it does, what is wrong with it.

Base and head are read as Git objects, never checked out; nothing of the head is run. Every right and
every key is read from the *base*, so that a change cannot grant itself anything.

What a change is:

- ``objects``    Git objects through one ``git cat-file --batch``; works in bare repositories and in a
  push's quarantine, whose environment is inherited
- ``trees``      two trees compared by object id, so that the cost grows with the change; broken trees
- ``commits``    commit objects word for word
- ``changes``    ``read_change(objects, base, head)``: which commits, which files (G92x)
- ``edits``      what a change does to records: partners, entries and fields, by id and not by line

Who may make it:

- ``base``, ``roles``   who is who in the base: cadres, reviewers, maintainers
- ``identity``, ``signatures``   a forge account's number, a connection's key, a signed commit → a
  person id (G95x); ``laptop`` guesses by a machine's Git settings
- ``rights``     the table: kind of thing × operation → who may, who must agree, whom to ask
- ``paths``, ``passing``   which names and modes a tree may hold at all, on the way too (G90x, G91x)
- ``conditions`` what no role allows; ``say`` how a refusal is made
- ``guard``      ``judge(...)``: the verdict on one change of one person (G93x)

What it does:

- ``sides``      the records before and after, measured as far as the change reaches; ``few`` of them
- ``effects``    figures on both sides; ``todo`` what is left
- ``texts``      what is wrong with contributions (``contributions``) and the handbook, on both sides
- ``wrong``      all that is found in records and texts; ``blame`` which of it is the change's own
- ``receipt``    all of it as one value, of the types in ``views`` (``schema`` publishes them)
- ``codeowners`` whom a forge asks to look at a change; it only asks, ``guard`` decides
- ``markdown``   that value as a comment for a forge

How the parts are called (forge workflow, server hook and laptop alike)::

    with open_objects(Path("records")) as objects:                   # ObjectsError: no repository
        change, faults = read_change(objects, base="main", head="pull")  # Change | None, findings
        roles = roles_of(objects, change.base, today)                # Roles, standing in the base
        person, unknown = by_account(roles, Account("github", 12345))    # str | None, findings
        person, unknown = by_key(roles, "SHA256:…")                  # a connection's key
        person, unknown = one_person(by_signatures(objects, roles, change))  # or one ``Signed`` a commit
        verdict = judge(objects, change, roles, person, approvers=frozenset({"li-er"}))
        verdict.refusals                                             # findings; empty: allowed
        told = receipt(objects, change, Path("records"), verdict, unknown)   # receipt.passes
        text = markdown(told)                                        # begins with markdown.MARK

``today`` is the day on which the change was *received*, in the settings' time zone: keys, reviewers and
engagements are judged by it and never by what a commit claims. It is the caller's (a hook's clock), the
only clock there is. A verdict is a function of these arguments alone.

``base`` is where the change is to go (the tip of main), ``head`` what is proposed. What is judged is
the difference between their merge base and the head, under the rights of ``base`` itself. For a push
straight to main both are the same. Whoever merges later judges the merged tree once more: two changes,
each in order, may together be a fault.

``approvers`` are persons (ids) who have agreed to exactly this head, found the same way as the actor: the
numbers of approving reviews at a forge, or the person who signed the merge on a server. An approver who
is the actor counts for nothing.
"""
