import Boundaries
import GeoPackages
import HotspotAnalysis
import Incidents
import Interchange
import Projections
import Tables
import Tasking
import Topology

/// What kind of fault an error is: whose it is, and so what a program should do about it.
///
///     do { try await study.run(AreaCounts()) } catch {
///       if Fault(of: error) == .missingInput { askForFile() } else { throw error }
///     }
public enum Fault: Sendable, Hashable {
  /// What was asked for cannot be done with any data.
  case request
  /// The data are not fit for what was asked.
  case data
  /// An input does not exist or may not be read.
  case missingInput
  /// Reading or writing failed, or an input changed meanwhile.
  case readingOrWriting
  /// An output cannot be created.
  case output
  /// The program that reads the output has ended: there is nothing left to do.
  case closedOutput
  /// The library or its installation is at fault.
  case library

  /// Classifies an error that the library threw; `nil` for an error that is not the library's.
  public init?(of error: any Error) {
    switch error {
    case let error as IncidentError:
      self = error.isMissingFile ? .missingInput : error.isReadFailure ? .readingOrWriting : .data
    case let error as BoundaryError: self = error.isMissingFile ? .missingInput : .data
    case let error as DrawnShapeError: self = error.isMissingFile ? .missingInput : .data
    case let error as GeoPackageError:
      self = error.isMissingFile ? .missingInput : error.isWriteFailure ? .readingOrWriting : .data
    case let error as ConditionError: self = error.isSyntax ? .request : .data
    case let error as InputError:
      switch error {
      case .monthsOnly, .severalLayers, .snapWithCells, .namedAreasWithoutPositions,
        .countsWithHours,
        .countsForRows:
        self = .request
      default: self = .data
      }
    case let error as ComparedPeriodsError:
      if case .uncovered = error { self = .data } else { self = .request }
    case let error as ProjectionError: self.init(error)
    case let error as OutputError: self.init(error)
    case let error as PackFolderError:
      if case .cannotRename = error { self = .readingOrWriting } else { self = .output }
    case let error as CellGridError:
      if case .emptyStudyArea = error { self = .data } else { self = .request }
    case let error as KernelDensityError:
      if case .noSpread = error { self = .data } else { self = .request }
    case let error as SurfaceGridError:
      if case .unusableBox = error { self = .data } else { self = .request }
    case let error as MapScaleError:
      switch error {
      case .noSuchFile: self = .missingInput
      case .notAdditive: self = .request
      default: self = .data
      }
    case let error as BackdropError: self.init(error)
    case let error as EarlierAssessmentError:
      if case .noFolder = error { self = .missingInput } else { self = .data }
    case let error as CrossTabulationError:
      if case .unclearBands = error { self = .request } else { self = .data }
    case let error as RepeatUnitsError:
      if case .monthsOnly = error { self = .request } else { self = .data }
    case let error as DatasetError:
      if case .sameRows = error { self = .data } else { self = .request }
    case let error as PartFileError:
      switch error {
      case .unreadable(_, let isMissing): self = isMissing ? .missingInput : .readingOrWriting
      case .noOutlines, .needsIncidents, .repeated: self = .request
      default: self = .data
      }
    case is OverlapsError, is RepeatBandsError, is TimeZoneError: self = .request
    case is ChangedInput: self = .readingOrWriting
    case is MissingMapSoftware: self = .missingInput
    case is AssignmentError, is AreaValuesError, is CategoryWeightsError, is CoordinateError,
      is ComparisonAbsence, is CompositeIndexError, is ConcentrationError, is CostError,
      is CrossCountsError, is DateOrderError, is GroupFileError, is LocalStatisticError,
      is MonthlyCountsError,
      is ProfilePagesError, is QueryAreaError, is RelativeDensityError, is ResidentColumnError,
      is SectionAbsence,
      is TopologyError:
      self = .data
    default: return nil
    }
  }

  private init(_ error: ProjectionError) {
    switch error {
    case .noContext, .cannotInstantiate: self = .library
    case .gridFolderMissing: self = .missingInput
    default: self = .data
    }
  }

  private init(_ error: OutputError) {
    switch error {
    case .readerClosed: self = .closedOutput
    case .unknownFormat, .fixedSystem: self = .request
    case .cannotDigest, .cannotWrite: self = .readingOrWriting
    case .cannotCreate: self = .output
    }
  }

  private init(_ error: BackdropError) {
    switch error {
    case .unknownFormat: self = .request
    case .unreadable(_, let isMissing): self = isMissing ? .missingInput : .data
    case .empty, .noSystem, .beyond, .severalLayers: self = .data
    }
  }
}
