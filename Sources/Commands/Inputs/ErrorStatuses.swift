import Boundaries
package import CommandLineKit
import GeoPackages
import HotspotAnalysis
import HotspotsKit
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
    case .unknownFormat, .fixedSystem: .usage
    case .cannotDigest: .readOrWriteFailed
    case .cannotCreate: .cannotWrite
    case .cannotWrite: .readOrWriteFailed
    }
  }
}

extension PackFolderError: ExitStatusConvertible {
  package var exitStatus: ExitStatus {
    if case .cannotRename = self { .readOrWriteFailed } else { .cannotWrite }
  }
}

extension InputError: ExitStatusConvertible {
  package var exitStatus: ExitStatus {
    if case .monthsOnly = self { .usage } else { .badData }
  }
}

extension QueryAreaError: ExitStatusConvertible {
  package var exitStatus: ExitStatus { .badData }
}

extension AssignmentError: ExitStatusConvertible {
  package var exitStatus: ExitStatus { .badData }
}

extension CellGridError: ExitStatusConvertible {
  package var exitStatus: ExitStatus {
    if case .emptyStudyArea = self { .badData } else { .usage }
  }
}

extension LocalStatisticError: ExitStatusConvertible {
  package var exitStatus: ExitStatus { .badData }
}

extension AreaValuesError: ExitStatusConvertible {
  package var exitStatus: ExitStatus { .badData }
}

extension RelativeDensityError: ExitStatusConvertible {
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

extension ChangedInput: ExitStatusConvertible {
  package var exitStatus: ExitStatus { .readOrWriteFailed }
}

extension MapScaleError: ExitStatusConvertible {
  package var exitStatus: ExitStatus {
    if case .noSuchFile = self { .noInput } else { .badData }
  }
}

extension BackdropError: ExitStatusConvertible {
  package var exitStatus: ExitStatus {
    switch self {
    case .unknownFormat: .usage
    case .unreadable(_, let isMissing): isMissing ? .noInput : .badData
    case .empty, .noSystem, .beyond: .badData
    }
  }
}
