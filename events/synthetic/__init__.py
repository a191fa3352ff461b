"""A believable data set of any size, to measure browsing with: `manage.py demo --events N`.

Invented words, real countries and agencies, distributed as a desk's are: a few countries in most of the news, ten
years, two languages. The same number gives the same events.
"""

from events.synthetic.loading import NotEmptyError, load

__all__ = ["NotEmptyError", "load"]
