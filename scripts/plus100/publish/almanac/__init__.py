"""The year's days by the policies: when a window ends, what is due when, which campaigns run.

- ``days``    an edition's events in a year, a pure function of its rules
- ``ics``     the same as an iCalendar file that a phone can subscribe to
- ``pages``   the index of calendars and a page for each edition
"""
