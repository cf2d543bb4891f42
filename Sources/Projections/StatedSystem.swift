package import Geometry

/// What the text that a file has for its coordinate system is good for.
package enum StatedSystem: Sendable, Equatable {
  /// PROJ can convert from it.
  case usable(Usable)
  /// PROJ cannot; and the registered system that the text seems to mean, where there is one.
  case unusable(SystemFault, likely: IdentifiedSystem?)

  /// A system that PROJ can convert from.
  package struct Usable: Sendable, Equatable {
    /// The system in a form that PROJ takes: its code where there is one.
    package var crs: String
    /// Whether coordinates are longitude and latitude.
    package var isGeographic: Bool
    /// The system that the text was found to mean, where PROJ is not wholly sure.
    package var identified: IdentifiedSystem?
  }

  /// Examines a text.
  ///
  /// A system without a datum that PROJ knows can be converted from only by a ballpark operation,
  /// which may be off by hundreds of metres.
  ///
  /// - Parameters:
  ///   - text: A code, a name, or the content of a `.prj`.
  ///   - context: Where systems are looked up.
  ///   - allowBallpark: Whether a system without a datum will do.
  /// - Throws: ``ProjectionError/databaseMissing(text:found:)``.
  package init(
    _ text: String, in context: ProjectionContext, allowBallpark: Bool
  ) throws(ProjectionError) {
    func likely() -> IdentifiedSystem? {
      SystemRecogniser(text: text, context: context).likeliest()
    }
    let system: CoordinateSystem
    do throws(ProjectionError) {
      system = try CoordinateSystem(text, in: context)
    } catch {
      switch error {
      case .unknownSystem(_, let found): self = .unusable(.unknown(found), likely: likely())
      case .unsuitableSystem(_, let kind): self = .unusable(.unsuitable(kind), likely: likely())
      default: throw error
      }
      return
    }
    guard system.authorityCode != nil || allowBallpark || system.isLinked else {
      self = .unusable(.withoutDatum, likely: likely())
      return
    }
    self = .usable(
      Usable(
        crs: system.authorityCode ?? text, isGeographic: system.isGeographic,
        identified: system.identified))
  }
}

/// Why a coordinate system that a file states cannot be used.
public enum SystemFault: Sendable, Equatable {
  /// PROJ does not understand the text; with what it says.
  case unknown(String)
  /// It is a system of a kind without a place on the Earth, in words.
  case unsuitable(String)
  /// It does not say on which datum it rests, or on none that PROJ knows.
  case withoutDatum

  /// What is wrong, as the end of a sentence about the system.
  package var words: String {
    switch self {
    case .unknown(let found): "PROJ does not know it (\(found))"
    case .unsuitable(let kind): "it is \(kind), a geographic or projected one is needed"
    case .withoutDatum: "it rests on no datum that PROJ knows, so it may be 100 m and more off"
    }
  }
}

extension CoordinateSystem {
  /// The registered system for which a text was taken, where PROJ is not wholly sure.
  package var identified: IdentifiedSystem? {
    guard let confidence, let authorityCode else { return nil }
    return IdentifiedSystem(code: authorityCode, name: name, confidence: confidence)
  }

  /// Whether PROJ knows how the system's datum lies to that of WGS 84.
  var isLinked: Bool {
    guard let wgs84 = try? CoordinateSystem("EPSG:4326", in: object.context),
      let ways = try? OperationCandidates(from: self, to: wgs84)
    else { return false }
    return !ways.all.allSatisfy(\.isBallpark)
  }

  /// Returns whether a position has longitudes and latitudes within a hundredth of a degree of each
  /// other in two systems, whatever their datums: whether both can be the system of the same file.
  package func agrees(with other: CoordinateSystem, at position: Point) -> Bool {
    let box = Box(minX: position.x, minY: position.y, maxX: position.x, maxY: position.y)
    guard let own = degrees(around: box), let others = other.degrees(around: box) else {
      return false
    }
    return abs(own.minX - others.minX) < 0.01 && abs(own.minY - others.minY) < 0.01
  }
}
