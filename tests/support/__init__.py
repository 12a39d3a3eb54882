"""What several tests share.

- ``memory``   a records folder that exists in memory only
- ``mini``     the miniature repository with the four real policies, and what a case lays over it
- ``cases``    cases of findings as data
"""
