"""The hours of the week, aoristic, as CSV, by pandas and NumPy.

Each incident is spread evenly over the time that passed between its start and its end, and counted
by London's clock. Where the clock shows a time twice the first is meant, unless it would put the
end before the start; a time that it skips is the moment after the gap.

usage: pandas_hours.py INCIDENTS.csv OUTPUT.csv
"""

import sys

import numpy
import pandas

ZONE = "Europe/London"
HOUR = 3600
DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


def seconds(times, first):
    """Returns seconds of universal time, for the first or the second of two equal clock times."""
    local = pandas.to_datetime(times, format="%Y-%m-%dT%H:%M:%S").dt.tz_localize(
        ZONE, ambiguous=numpy.full(len(times), first), nonexistent="shift_forward")
    return local.to_numpy("datetime64[s]").astype("int64")


def per_hour(start, end, hours):
    """Returns the incidents expected in each hour since the epoch's first that is counted."""
    first, last = start // HOUR, (end - 1) // HOUR
    length = end - start
    momentary, within = length == 0, (length > 0) & (first == last)
    found = numpy.bincount(first[momentary | within], minlength=hours).astype(float)
    across = first < last
    start, end, first, last = start[across], end[across], first[across], last[across]
    rate = 1 / (end - start)
    found += numpy.bincount(first, ((first + 1) * HOUR - start) * rate, hours)
    found += numpy.bincount(last, (end - last * HOUR) * rate, hours)
    # Whole hours between first and last: what begins less what ended, summed up.
    begins = numpy.bincount(first + 1, rate, hours)
    return found + HOUR * numpy.cumsum(begins - numpy.bincount(last, rate, hours))


def main(incidents_file, output):
    incidents = pandas.read_csv(incidents_file, usecols=["From", "To"]).dropna()
    start, end = seconds(incidents["From"], True), seconds(incidents["To"], True)
    reversed_ends = end < start
    if reversed_ends.any():
        end[reversed_ends] = seconds(incidents["To"][reversed_ends], False)
    end = numpy.maximum(start, end)
    origin = start.min() // HOUR * HOUR
    hours = int((end.max() - origin) // HOUR) + 2
    expected = per_hour(start - origin, end - origin, hours)
    # London is a whole number of hours from universal time, so each hour is one of its clock.
    clock = pandas.to_datetime(origin + numpy.arange(hours) * HOUR, unit="s", utc=True)
    clock = clock.tz_convert(ZONE)
    week = numpy.bincount(clock.day_of_week * 24 + clock.hour, expected, 168).reshape(7, 24).T
    table = pandas.DataFrame(week, columns=DAYS)
    table.insert(0, "hour", [f"{hour:02}:00" for hour in range(24)])
    table.to_csv(output, index=False, float_format="%.9g")


if __name__ == "__main__":
    main(*sys.argv[1:])
