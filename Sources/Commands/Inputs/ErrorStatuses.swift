import Boundaries
package import CommandLineKit
import GeoPackages
import HotspotAnalysis
import Incidents
import Interchange
import Projections
import Shapefiles
import Tables
import Topology

// Which status each room's errors end the program with.

extension IncidentError: ExitStatusConvertible {
  package var exitStatus: ExitStatus {
    isMissingFile ? .noInput : isReadFailure ? .readOrWriteFailed : .badData
  }
}

extension BoundaryError: ExitStatusConvertible {
  package var exitStatus: ExitStatus { isMissingFile ? .noInput : .badData }
}

extension DrawnShapeError: ExitStatusConvertible {
  package var exitStatus: ExitStatus { isMissingFile ? .noInput : .badData }
}

extension ConditionError: ExitStatusConvertible {
  package var exitStatus: ExitStatus { isSyntax ? .usage : .badData }
}

extension ProjectionError: ExitStatusConvertible {
  package var exitStatus: ExitStatus {
    switch self {
    case .noContext, .cannotInstantiate: .ourFault
    case .gridFolderMissing: .noInput
    default: .badData
    }
  }
}

extension GeoPackageError: ExitStatusConvertible {
  package var exitStatus: ExitStatus {
    isMissingFile ? .noInput : isWriteFailure ? .readOrWriteFailed : .badData
  }
}

extension TopologyError: ExitStatusConvertible {
  package var exitStatus: ExitStatus { .badData }
}

extension DateOrderError: ExitStatusConvertible {
  package var exitStatus: ExitStatus { .badData }
}

extension TimeZoneError: ExitStatusConvertible {
  package var exitStatus: ExitStatus { .usage }
}

extension OutputError: ExitStatusConvertible {
  package var exitStatus: ExitStatus {
    switch self {
    case .readerClosed: .done
    case .unknownFormat: .usage
    case .cannotDigest: .readOrWriteFailed
    case .cannotCreate: .cannotWrite
    case .cannotWrite: .readOrWriteFailed
    }
  }
}

/// What is wrong with the inputs as a whole, rather than with one file.
enum InputError: Error, Equatable, CustomStringConvertible, ExitStatusConvertible {
  /// Lengths in the system of the analysis are not those on the ground where the data lies.
  case unsuitableAnalysis(
    system: String, place: String, fault: MetricFitness.Fault, local: LocalSystem?)
  /// The outline of an area has no place in a system; `others` more have none either.
  case outlineBeyond(path: String, area: String, others: Int, system: String)
  /// The files of one dataset have different kinds of coordinates.
  case mixedCoordinates(first: String, second: String)
  /// The files of one dataset are in different coordinate systems.
  case mixedSystems(first: String, system: String, second: String, other: String)
  /// A day was asked for, and the data tells months only.
  case monthsOnly(option: String, value: String, path: String)
  /// Hours were asked for, and the data has no times of day.
  case noTimes(path: String)
  /// A date option does not hold a date.
  case notADate(option: String, value: String)
  /// A file was written to, replaced or removed between the start of the run and its last look.
  case changed(path: String)
  /// Two files of one dataset hold the same rows.
  case sameRows(first: String, second: String)
  /// Outcomes stand beside the incidents that they are of.
  case outcomesBesideStreet(street: String, outcomes: String)
  /// A file has no column for what is to count once.
  case noUniqueColumn(path: String, key: String, header: [String])

  var description: String {
    switch self {
    case .unsuitableAnalysis(let system, let place, let fault, let local):
      "cannot measure in \(system): \(fault.words(of: place))\n  help: \(fault.help(local))"
    case .outlineBeyond(let path, let area, let others, let system):
      "cannot use '\(path)' in \(system): the outline of \(area)"
        + (others > 0 ? " and those of \(others) more reach" : " reaches")
        + " beyond what has a place there\n  help: check its coordinates, leave it out, or name a "
        + "system that serves all of the file"
    case .mixedCoordinates(let first, let second):
      "cannot read '\(first)' and '\(second)' as one dataset: one has longitude and latitude, the "
        + "other easting and northing\n  help: choose the columns of both with --columns"
    case .mixedSystems(let first, let system, let second, let other):
      "cannot read '\(first)' and '\(second)' as one dataset: one is in \(system.prefix(60)), the "
        + "other in \(other.prefix(60))\n  help: bring them into one system first"
    case .monthsOnly(let option, let value, let path):
      "cannot use \(option) '\(value)': '\(path)' tells months only\n"
        + "  help: give a month, as in \(option) \(value.prefix(7))"
    case .noTimes(let path):
      "cannot tell the hours of '\(path)': it tells months only, a time of day is needed\n"
        + "  help: data.police.uk publishes no times; if another column has them, name it, as in "
        + "--columns start=From,end=To"
    case .sameRows(let first, let second):
      "cannot read '\(first)' and '\(second)' as one dataset: they hold the same rows, and each "
        + "incident would count twice\n  help: name one of them; --allow-repeats counts both"
    case .outcomesBesideStreet(let street, let outcomes):
      "cannot read '\(street)' and '\(outcomes)' as one dataset: the second holds outcomes of the "
        + "incidents of the first, which would count twice\n"
        + "  help: leave the outcomes out; --allow-repeats counts both"
    case .noUniqueColumn(let path, let key, let header):
      "cannot use --unique '\(key)' with '\(path)': found the columns "
        + "\(header.map { "'\($0)'" }.joined(separator: ", "))\(Self.question(key, header))\n"
        + "  help: name one of them, or id where a column of references is found"
    case .notADate(let option, let value):
      "cannot use \(option) '\(value)': a day such as 2017-03-31 or a month such as 2017-03 is "
        + "allowed"
    case .changed(let path):
      "cannot use '\(path == "-" ? "standard input" : path)': it changed while it was read\n"
        + "  help: run it again when nothing writes to it, or on a copy"
    }
  }

  private static func question(_ key: String, _ header: [String]) -> String {
    Suggestion.question(Suggestion.closest(to: key, among: header))
  }

  var exitStatus: ExitStatus {
    switch self {
    case .notADate, .monthsOnly: .usage
    case .changed: .readOrWriteFailed
    default: .badData
    }
  }
}

extension CellGridError: ExitStatusConvertible {
  package var exitStatus: ExitStatus {
    if case .emptyStudyArea = self { .badData } else { .usage }
  }
}

extension LocalStatisticError: ExitStatusConvertible {
  package var exitStatus: ExitStatus { .badData }
}

extension KernelDensityError: ExitStatusConvertible {
  package var exitStatus: ExitStatus {
    if case .noSpread = self { .badData } else { .usage }
  }
}

extension SurfaceGridError: ExitStatusConvertible {
  package var exitStatus: ExitStatus {
    if case .unusableBox = self { .badData } else { .usage }
  }
}
