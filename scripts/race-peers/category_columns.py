"""The column that holds a category's counts, named as Hotspots names it."""

import re


def category_column(category):
    return "incidents_" + (re.sub(r"[\W_]+", "_", category.lower()).strip("_") or "not_recorded")
