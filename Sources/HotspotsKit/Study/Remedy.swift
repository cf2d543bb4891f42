import Cartography
import Projections
import Statistics
import Topology

/// What can be done about an error of a room that only the library uses.
package enum Remedy: Sendable {
  /// PROJ is told where its database is.
  case database
  /// The system is given by its code, or the text of a `.prj` file.
  case knownSystem
  /// The system is given by the code of a geographic or projected one.
  case suitableSystem
  /// Both systems are checked, and where the data lies.
  case checkedSystems
  /// The missing grids are added, or a ballpark conversion is accepted.
  case grids
  /// Both systems are checked, or a ballpark conversion is accepted.
  case ballpark
  /// The outlines are repaired before they are read.
  case repairedOutlines
  /// Values are cut into classes by another method.
  case otherClasses

  /// Returns what can be done about an error of any kind; `nil` if nothing is known.
  package init?(for error: any Error) {
    switch error {
    case let error as ProjectionError: self.init(for: error)
    case TopologyError.failed: self = .repairedOutlines
    case ClassBreaksError.negativeValue, MapScaleError.unusableBreaks(.negativeValue),
      MapScaleError.notAdditive, AreaMapError.unclassifiable(.negativeValue):
      self = .otherClasses
    default: return nil
    }
  }

  private init?(for error: ProjectionError) {
    switch error {
    case .databaseMissing: self = .database
    case .unknownSystem: self = .knownSystem
    case .unsuitableSystem: self = .suitableSystem
    case .noOperation: self = .checkedSystems
    case .gridsMissing: self = .grids
    case .onlyBallpark: self = .ballpark
    case .noContext, .gridFolderMissing, .cannotInstantiate: return nil
    }
  }
}
