"""The facet index: every figure of events from bitmaps and columns in memory, derived from the tables.

reading.py     tables -> a Segment                 words.py      its words, and what a query finds
segment.py     some events, numbered by age        postings.py   value -> events
columns.py     event -> values, for counting       state.py      segments -> all events at one moment
narrowing.py   a Selection -> sets of events       engine.py     a Selection -> answers
"""
