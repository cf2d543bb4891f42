"""Rows of Arrow batches as the text that the program reads."""

import csv
import io
from collections import Counter

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
from pyspark.sql.types import (
    BooleanType,
    DataType,
    DateType,
    NumericType,
    StringType,
    StructType,
    TimestampNTZType,
    TimestampType,
)

_READABLE: tuple[type[DataType], ...] = (
    BooleanType,
    DateType,
    NumericType,
    StringType,
    TimestampNTZType,
    TimestampType,
)


class ColumnError(ValueError):
    """A column cannot be written as text that the program reads."""


def check_columns(schema: StructType) -> None:
    """Refuses columns that a text of rows cannot hold, before anything is read.

    Raises:
        ColumnError: There is no column, a name repeats, or a column has values with parts.
    """
    if not schema.fields:
        raise ColumnError("there are no columns; name those that the command reads")
    for name, times in Counter(schema.names).items():
        if times > 1:
            raise ColumnError(f"{times} columns are called '{name}'; a name may stand only once")
    for field in schema.fields:
        if not isinstance(field.dataType, _READABLE):
            raise ColumnError(
                f"column '{field.name}' is {field.dataType.simpleString()}, which a table of text "
                "cannot hold; texts, numbers, dates, times and truth values are allowed: select "
                "the columns that the command reads, or take the values out of this one"
            )


def header_line(names: list[str]) -> bytes:
    """Returns the header of a table with columns of these names, with its line end."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(names)
    return text.getvalue().encode()


def encoded_rows(batch: pa.RecordBatch) -> pa.Buffer:
    """Returns the rows of a batch as CSV without a header.

    Numbers have the fewest digits that tell them apart from all others of their type, so that the
    program reads the same number. A time is written to the second, or to the microsecond where one
    has a fraction. A time with a zone is written in UTC with a `Z`; the program counts it at the
    local time of its time zone. What is missing, and a number that is none (NaN), is empty.
    """
    columns = [_readable(column) for column in batch.columns]
    quoting = "none"
    if len(columns) == 1:
        # An empty line is no row; a pair of quotes is.
        columns = [pc.fill_null(columns[0].cast(pa.string()), "")]
        quoting = "needed"
    rows = pa.RecordBatch.from_arrays(columns, names=batch.schema.names)
    try:
        return _csv(rows, quoting)
    except pa.ArrowInvalid:
        # A text has a comma, a quote or a line end. Without one, quotes would only cost time: each
        # text gets them, whether it needs them or not.
        return _csv(rows, "needed")


def _csv(rows: pa.RecordBatch, quoting: str) -> pa.Buffer:
    sink = pa.BufferOutputStream()
    options = pyarrow.csv.WriteOptions(
        include_header=False, quoting_style=quoting, batch_size=max(rows.num_rows, 1)
    )
    pyarrow.csv.write_csv(rows, sink, options)
    return sink.getvalue()


def _readable(column: pa.Array) -> pa.Array:
    if pa.types.is_timestamp(column.type):
        zone = None if column.type.tz is None else "UTC"
        try:
            return column.cast(pa.timestamp("s", zone))
        except pa.ArrowInvalid:
            return column.cast(pa.timestamp("us", zone))
    if pa.types.is_floating(column.type):
        # Tables that pandas wrote have a NaN where a number is missing.
        none = pc.is_nan(column)
        if pc.any(none).as_py():
            return pc.if_else(none, pa.scalar(None, column.type), column)
    return column
