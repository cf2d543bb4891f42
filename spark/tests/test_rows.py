"""Rows as text: what is written can be read as what it was."""

import datetime
from typing import Any

import pyarrow as pa
import pytest
from pyspark.sql.types import IntegerType, StructField, StructType

from hotspots_spark.rows import ColumnError, check_columns, encoded_rows, header_line


def text(**columns: Any) -> str:
    """Encodes one batch."""
    return bytes(encoded_rows(pa.RecordBatch.from_pydict(columns))).decode()


def test_numbers_have_the_digits_that_tell_them_apart() -> None:
    """Coordinates are not rounded, and what is missing is empty, NaN too."""
    written = text(
        x=pa.array([0.1, -0.123456789012345, float("nan"), None, 1 / 3]), n=[1, 2, None, 4, 5]
    )
    assert written == "0.1,1\n-0.123456789012345,2\n,\n,4\n0.3333333333333333,5\n"


def test_single_precision_is_written_as_such() -> None:
    """A float is not made longer by the digits of a double."""
    assert text(x=pa.array([51.5], pa.float32()), y=pa.array([0.1], pa.float32())) == "51.5,0.1\n"


def test_texts_are_quoted_where_they_must_be() -> None:
    """Commas, quotes and line ends stay in their field."""
    assert text(a=["plain", "also"], n=[1, 2]) == "plain,1\nalso,2\n"
    assert text(a=["a,b", 'c"d', "e\nf"], n=[1, 2, 3]) == '"a,b",1\n"c""d",2\n"e\nf",3\n'


def test_times_are_exact() -> None:
    """Whole seconds are short, fractions are kept, zones become UTC, days stay days."""
    noon = datetime.datetime(2025, 7, 1, 12, 0, 0)
    assert text(t=pa.array([noon, None], pa.timestamp("us")), n=[1, 2]) == (
        "2025-07-01 12:00:00,1\n,2\n"
    )
    late = noon.replace(microsecond=250_000)
    assert text(t=pa.array([late], pa.timestamp("us")), n=[1]) == "2025-07-01 12:00:00.250000,1\n"
    zoned = pa.array([noon], pa.timestamp("us", "UTC")).cast(pa.timestamp("us", "Europe/London"))
    assert text(t=zoned, n=[1]) == "2025-07-01 12:00:00Z,1\n"
    assert text(d=[datetime.date(2025, 7, 1)], n=[1]) == "2025-07-01,1\n"


def test_a_row_of_one_empty_field_is_a_row() -> None:
    """An empty line would be none."""
    assert text(month=["2025-01", None, ""]) == '"2025-01"\n""\n""\n'


def test_the_header_quotes_names() -> None:
    """A name may hold a comma."""
    assert header_line(["Crime type", "a,b", 'c"d']) == b'Crime type,"a,b","c""d"\n'


def test_a_repeated_name_is_refused() -> None:
    """Two columns of one name cannot be told apart."""
    twice = StructType([StructField("x", IntegerType()), StructField("x", IntegerType())])
    with pytest.raises(ColumnError, match="2 columns are called 'x'"):
        check_columns(twice)
