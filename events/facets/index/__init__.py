"""The facet index: every figure of events from bitmaps and columns in memory, derived from the tables.

reading.py     tables -> a Segment: some events, numbered by age (segment.py)
word_lists.py    their words
postings.py    value -> events                 columns.py    event -> values, for counting
state.py       segments -> all events at one moment
narrowing.py   a Selection -> sets of events   words.py      a query of words -> a set
engine.py      a Selection -> answers          kept.py       answers given before
following.py   the state of this process       snapshot.py   a segment in a file
ranking.py     the order by relevance
keeping.py     the snapshot made anew, and compared with SQL (checked.py keeps what that found); memory.py
"""
