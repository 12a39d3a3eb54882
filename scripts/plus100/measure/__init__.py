"""Ledger → figures that explain themselves: points, levels, quotas, ratios, standings, unit indicators.

A figure is a function of the records, the as-of date and the policy; no clock, locale, file order or
hash seed changes it, and no float holds one. Read it from the inside out:

- ``figures``   what measuring yields; ``reasons`` and ``labels`` the Chinese words for its codes
- ``seats``     the posts of one person as spans of days; ``status`` whether the person is assessed
                by one of them, exempt, gone or not covered
- ``terms``     the rules that hold for a post on a day, remembered for one run
- ``evidence``  what the person's books say, merged and in one total order; ``contacts`` which
                partners count on a day
- ``case``      an assessed person on a day: what every measure is asked about
- ``counting``  what each part of a points item counts, as trace ``lines``; ``caps`` cuts them,
                ``points`` adds them up, ``levels`` turns the sum into stars and diamonds
- ``windows``   the calendar windows in which a demand falls due; ``quotas`` every demand, one module
                a subject; ``ratios`` shares among partners; ``need`` the number of partners asked for
- ``tallies``   plain counts of the year
- ``people``    all of this for one person: ``measure_person``
- ``standings`` boards and ranks; ``units`` what a unit adds up to; ``history`` past years' boards
- ``digest``    digests of records and policies
- ``shard``     some persons, measured in one process; ``sharing`` over several, ``helpers`` are
                the others
- ``season``    ``measure_season`` and ``explain``: read, check, measure, rank

Who is measured how (sources in ``records/policies``):

Points belong to the person: engagements joined by transfers are merged. What is done (activities,
tasks, replies, reactions, articles) takes the rate of the post on its day; what is there (partners,
bindings) that of the post at as-of. Then each part and item is capped, and the sum ranked in the unit
and class at as-of. A year begins anew on 1 January.

A window is due only if one post and one version of the rule cover all of it, and no accepted exemption
overlaps it; else it is "not applicable", with "n/m days". Exempt cadres are in no denominator; one who
is attached elsewhere is measured at the host post.
"""
