"""Files that executors need besides rows, sent once to each of them."""

import atexit
import hashlib
import os
import shutil
import tarfile
import tempfile
from functools import cache
from pathlib import Path

from pyspark import SparkContext, SparkFiles


class FilePacking:
    """Files under the paths at which the program finds them on an executor.

    Paths are relative to the unpacked archive and the same on every executor, because a part
    records them. A relative path stays as it is, so that the program, started in the same folder,
    finds what a part that was kept needs; an absolute one loses its first slash.
    """

    def __init__(self) -> None:
        """Starts with no file."""
        self._sources: dict[str, Path] = {}

    def place(self, path: Path) -> str:
        """Adds a file or folder, and returns its path on the executors.

        A Shapefile comes with the files of the same name beside it. What follows a colon, as in
        `areas.gpkg:wards`, is kept.

        Raises:
            FileNotFoundError: There is no such file.
            FileExistsError: Another file has this path already.
        """
        file, inside = _file_and_inside(str(path))
        relative = os.path.normpath(file)
        if relative.startswith(".."):
            relative = os.path.abspath(file)
        relative = relative.lstrip("/")
        for each in _with_companions(file):
            place = str(Path(relative).with_name(each.name))
            if self._sources.setdefault(place, each.resolve()) != each.resolve():
                raise FileExistsError(f"'{file}' and '{self._sources[place]}' would be one file")
        return relative + inside

    def send(self, context: SparkContext) -> "SentFiles":
        """Sends the files to the executors, each of which fetches them before its first task."""
        folder = _driver_folder()
        packed = folder / "packing.tar"
        with tarfile.open(packed, "w", format=tarfile.PAX_FORMAT) as archive:
            for place, source in self._sources.items():
                archive.add(source, arcname=place, filter=_plain)
        digest = hashlib.sha256(packed.read_bytes()).hexdigest()
        name = f"hotspots-{digest[:20]}.tar"
        packed.replace(folder / name)
        _add_archive(context, folder / name)
        return SentFiles(name)


class SentFiles:
    """Files that are on every executor."""

    def __init__(self, archive: str) -> None:
        """Names the archive that was sent."""
        self._archive = archive

    def folder(self) -> Path:
        """Returns the folder with the files, on the executor that asks."""
        return Path(SparkFiles.get(self._archive))

    def program(self, stated: str) -> str:
        """Returns the program to start: the one that was sent, if it was, or the one stated."""
        sent = self.folder() / stated
        if not sent.is_file():
            return stated
        sent.chmod(0o755)  # Unpacking forgets who may run it.
        return str(sent)


def _file_and_inside(stated: str) -> tuple[Path, str]:
    end = len(stated)
    while end > 0:
        if Path(stated[:end]).exists():
            return Path(stated[:end]), stated[end:]
        end = stated.rfind(":", 0, end)
    raise FileNotFoundError(f"there is no file '{stated}'")


def _with_companions(file: Path) -> list[Path]:
    if file.suffix.lower() != ".shp":
        return [file]
    return sorted(each for each in file.parent.iterdir() if each.stem == file.stem)


def _plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """Leaves out who owns a file and when it was changed: the same files make the same archive."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    entry.mtime = 0
    return entry


@cache
def _driver_folder() -> Path:
    """A folder that lasts as long as the driver: executors that start late fetch from it."""
    folder = Path(tempfile.mkdtemp(prefix="hotspots-spark-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


_added: set[tuple[str | None, str]] = set()


def _add_archive(context: SparkContext, path: Path) -> None:
    key = (context.applicationId, path.name)
    if key not in _added:
        context.addArchive(str(path))
        _added.add(key)


def send_package(context: SparkContext) -> None:
    """Sends this package to the executors, so that it need not be installed there."""
    packed = _driver_folder() / "hotspots_spark.zip"
    if not packed.exists():
        package = Path(__file__).parent
        shutil.make_archive(
            str(packed.with_suffix("")), "zip", root_dir=package.parent, base_dir=package.name
        )
    key = (context.applicationId, packed.name)
    if key not in _added:
        context.addPyFile(str(packed))
        _added.add(key)
