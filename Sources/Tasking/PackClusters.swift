package import Cartography

/// Which areas stand out together with their neighbours, as the page of a pack says it.
package struct PackClusters: Sendable {
  /// One area that stands out.
  package struct Area: Sendable, Equatable {
    /// The code.
    package var code: String
    /// The name; the code where there is none.
    package var name: String
    /// Its incidents.
    package var incidents: Double
    /// How many standard deviations it and its neighbours lie above what chance would give.
    package var z: Double
    /// How often chance alone gives as much, adjusted for all areas being looked at.
    package var adjustedP: Double
    /// Its number on the map; `nil` if it has none.
    package var number: Int?

    /// Describes an area.
    package init(
      code: String, name: String, incidents: Double, z: Double, adjustedP: Double,
      number: Int? = nil
    ) {
      self.code = code
      self.name = name
      self.incidents = incidents
      self.z = z
      self.adjustedP = adjustedP
      self.number = number
    }
  }

  /// The map, as SVG.
  package let map: [UInt8]
  /// The areas that stand out as busier at 95 % or more, the surest first.
  package let hot: [Area]
  /// How many stand out as quieter.
  package let cold: Int
  /// How many areas were tested.
  package let tested: Int
  /// The word for the areas.
  package let noun: AreaNoun
  /// How it was found, in words.
  package let method: String
  /// What people should know before they read the map.
  package let warnings: [String]
  /// Whether the map outlines and numbers the hotspots, which are made of these areas.
  package let showsHotspots: Bool
  /// Whether the places are cells of a grid, which stand out for what happens around them.
  package let areCells: Bool
  private let shapes: Set<String>
  private let shapePrefix: String

  /// Describes the areas; everything is given.
  package init(
    map: SignificanceMap, hot: [Area], cold: Int, tested: Int, noun: AreaNoun, method: String,
    warnings: [String], showsHotspots: Bool, areCells: Bool = false
  ) {
    self.map = map.svg()
    shapePrefix = map.drawing.identifierPrefix + "-"
    shapes = map.drawing.shapeNames
    self.hot = hot
    self.cold = cold
    self.tested = tested
    self.noun = noun
    self.method = method
    self.warnings = warnings
    self.showsHotspots = showsHotspots
    self.areCells = areCells
  }

  /// Returns the identifier of an area's shape on the page; `nil` where the map does not show it.
  func shape(of area: Area) -> String? {
    let name = "area-" + XMLText.identifier(area.code)
    return shapes.contains(name) ? shapePrefix + name : nil
  }
}

extension Drawing {
  /// The names of the shapes drawn.
  var shapeNames: Set<String> {
    var names: Set<String> = []
    for case .shapes(let group) in layers.flatMap(\.marks) {
      names.formUnion(group.shapes.map(\.name))
    }
    return names
  }
}
