"""How fast browsing is, measured beside other ways to count the same events: `python -m tests.facets.bench --help`."""
