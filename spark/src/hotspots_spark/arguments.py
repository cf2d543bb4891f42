"""Options of the program as Python values."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

OptionValue = str | int | float | bool | Path | Sequence[str | int | float | Path]
"""What an option may be.

`True` gives an option without a value, `False` leaves it out, a sequence repeats it. A `Path` is a
file or a folder that the program reads: it is sent to the executors. A text is passed as it is.
"""


def option_arguments(options: Mapping[str, OptionValue], place: Callable[[Path], str]) -> list[str]:
    """Returns the arguments that state options.

    Args:
        options: The options by name, with or without the two hyphens; `from_` is `from`, and an
            underscore is a hyphen.
        place: Called for each file; returns the path under which the program finds it.
    """
    arguments: list[str] = []
    for name, value in options.items():
        flag = "--" + name.removeprefix("--").rstrip("_").replace("_", "-")
        if isinstance(value, bool):
            arguments += [flag] if value else []
            continue
        values = [value] if isinstance(value, str | int | float | Path) else value
        for each in values:
            arguments += [flag, place(each) if isinstance(each, Path) else str(each)]
    return arguments
