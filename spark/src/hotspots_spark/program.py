"""The program as a process: rows in, a file out, its messages kept."""

import contextlib
import fcntl
import os
import re
import subprocess
import threading
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO

_MESSAGE_LIMIT = 8_192
_PIPE_BYTES = 1 << 20


class ProgramError(RuntimeError):
    """The program ended with an error.

    Attributes:
        status: Its exit status; that of a signal is negative. 64 is a mistake in the options, 65 in
            the data, as `hotspots help` says.
        message: What it wrote to standard error, at most eight kilobytes.
    """

    def __init__(self, status: int, message: str) -> None:
        """Makes the error of an exit status and a message."""
        super().__init__(status, message)
        self.status = status
        self.message = message

    def __str__(self) -> str:
        """Returns the status and the message, in a form that `found_in` finds again."""
        return f"<hotspots {self.status}>\n{self.message}\n</hotspots>"

    @staticmethod
    def found_in(text: str) -> "ProgramError | None":
        """Returns the first error of the program in the text of an error of Spark, if any."""
        found = re.search(r"<hotspots (-?\d+)>\n(.*?)\n</hotspots>", text, re.DOTALL)
        return None if found is None else ProgramError(int(found[1]), found[2])


class _Messages:
    """The beginning of what a process writes to standard error, read by a thread of its own.

    Without it a process with much to say would wait for its reader, and its reader for the process.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._kept = bytearray()
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def _read(self) -> None:
        while piece := os.read(self._stream.fileno(), 65_536):
            room = _MESSAGE_LIMIT - len(self._kept)
            self._kept += piece[: max(room, 0)]

    def text(self) -> str:
        self._thread.join()
        return self._kept.decode(errors="replace").strip()


def run_program(
    program: str, arguments: Sequence[str], *, folder: Path, rows: Iterable[bytes | memoryview] = ()
) -> str:
    """Runs the program to its end and returns what it wrote to standard error.

    Args:
        program: A path, or a name to be found on the `PATH`.
        arguments: Its arguments.
        folder: The folder that relative paths start from.
        rows: What it reads from standard input, piece by piece.

    Raises:
        ProgramError: It ended with another status than 0.
        FileNotFoundError: There is no such program.
    """
    process = subprocess.Popen(
        [program, *arguments],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    assert process.stdin is not None and process.stderr is not None
    try:
        messages = _Messages(process.stderr)
        with contextlib.suppress(OSError):  # More than the system allows: the pipe stays as it is.
            fcntl.fcntl(process.stdin, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
        all_taken = _write_all(rows, process.stdin)
        status = process.wait()
        if status == 0 and all_taken:
            return messages.text()
        raise ProgramError(status, messages.text() or "it ended before it had read all rows")
    except BaseException:
        # Rows that stop in the middle must not look like all of them: no end of input, a kill.
        process.kill()
        raise
    finally:
        with contextlib.suppress(BrokenPipeError):
            process.stdin.close()
        process.wait()
        process.stderr.close()


def _write_all(rows: Iterable[bytes | memoryview], stream: IO[bytes]) -> bool:
    """Writes rows and closes the stream; false where the program had closed its end before."""
    for piece in rows:
        try:
            stream.write(piece)
        except BrokenPipeError:
            return False
    try:
        stream.close()
    except BrokenPipeError:
        return False
    return True
