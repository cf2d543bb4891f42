package import Geometry

/// What is wrong with the outline of an area, by the rules of OGC Simple Features (ISO 19125-1).
package enum OutlineFault: Sendable, Equatable, CustomStringConvertible {
  /// Edges cross each other, as in a bow-tie.
  case edgesCross
  /// A ring touches itself in a point.
  case ringTouchesItself
  /// A hole lies outside its outer ring.
  case holeOutside
  /// A hole lies inside another hole.
  case nestedHoles
  /// A polygon lies inside another of the same area.
  case nestedPolygons
  /// The same ring occurs twice.
  case duplicateRing
  /// Holes cut the inside into pieces that are not connected.
  case interiorCut
  /// A ring has too few different points to enclose anything.
  case tooFewPoints
  /// Something else, in GEOS's words.
  case other(String)

  /// Classifies a fault by GEOS's words for it.
  init(reason: String) {
    self =
      switch reason {
      case "Self-intersection": .edgesCross
      case "Ring Self-intersection": .ringTouchesItself
      case "Hole lies outside shell": .holeOutside
      case "Holes are nested": .nestedHoles
      case "Nested shells": .nestedPolygons
      case "Duplicate Rings": .duplicateRing
      case "Interior is disconnected": .interiorCut
      case "Too few points in geometry component": .tooFewPoints
      default: .other(reason)
      }
  }

  /// The fault in words that can follow "area E01000001: ".
  package var description: String {
    switch self {
    case .edgesCross: "edges cross each other"
    case .ringTouchesItself: "a ring touches itself"
    case .holeOutside: "a hole lies outside its outer ring"
    case .nestedHoles: "a hole lies inside another hole"
    case .nestedPolygons: "a part lies inside another part"
    case .duplicateRing: "the same ring occurs twice"
    case .interiorCut: "holes cut the inside into pieces"
    case .tooFewPoints: "a ring has too few different points"
    case .other(let reason): "GEOS says '\(reason)'"
    }
  }
}

/// An area whose outline breaks a rule.
package struct InvalidArea: Sendable, Equatable {
  /// The area's position in the table.
  package let area: Int
  /// The first rule that GEOS found broken.
  package let fault: OutlineFault
  /// Where; none when GEOS gave no place.
  package let location: Point?

  /// Returns the same for an area that has another position now.
  package func moved(to area: Int) -> InvalidArea {
    InvalidArea(area: area, fault: fault, location: location)
  }

  /// Finds the areas whose outlines are not valid, in the order of the table.
  ///
  ///     let invalid = try InvalidArea.all(in: outlines)
  ///     invalid.first?.fault.description     // "edges cross each other"
  ///
  /// The corresponding C function is `GEOSisValidDetail_r`.
  ///
  /// - Parameter outlines: Areas in any units; an area without polygons is valid.
  /// - Returns: One entry for each invalid area, with the first of its faults.
  /// - Throws: ``TopologyError/notFinite(area:)`` for a coordinate that is not a number,
  ///   ``TopologyError/unusableOutline(area:reason:)`` when GEOS refuses a ring.
  /// - Complexity: O(*n* log *n*) for *n* vertices.
  package static func all(in outlines: OutlineTable) throws(TopologyError) -> [InvalidArea] {
    try all(in: GEOSGeometry.areas(of: outlines, in: GEOSContext()))
  }

  /// Finds the invalid ones among the areas of a layer.
  static func all(in areas: [GEOSGeometry]) throws(TopologyError) -> [InvalidArea] {
    var invalid: [InvalidArea] = []
    for (area, geometry) in areas.enumerated() {
      guard let (reason, location) = try geometry.validityFault() else { continue }
      invalid.append(
        InvalidArea(area: area, fault: OutlineFault(reason: reason), location: location))
    }
    return invalid
  }
}
