/// Roads, parks, stations and the like, which tell people on a map where they are.
package struct BackdropLayer: Sendable {
  /// What a part is.
  package enum Kind: Sendable {
    /// Points, each for itself.
    case points
    /// A line.
    case line
    /// The ring of an area; holes are rings that run the other way.
    case ring
  }

  /// How wide a road is drawn.
  package enum RoadClass: Int, Sendable, Comparable {
    /// A street, or a road of unknown class.
    case minor
    /// A road between places: A and B roads, or what OpenStreetMap calls primary to tertiary.
    case main
    /// A motorway, or what OpenStreetMap calls a trunk road.
    case trunk

    /// Whether a class is lower than another.
    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// The name of its file, without folders and extension, which becomes its identifier.
  package var name: String
  /// The vertices' eastings in the system of the map, in metres.
  package var x: [Double] = []
  /// The vertices' northings.
  package var y: [Double] = []
  /// Where each part ends among the vertices.
  package var ends: [Int] = []
  /// What each part is.
  package var kinds: [Kind] = []
  /// The class of each part; `nil` for what is no road, or of unknown class.
  package private(set) var roadClasses: [RoadClass?] = []
  /// The different names of parts.
  private(set) var names: [String] = []
  /// The position of each part's name among ``names``; −1 for a part without one.
  private(set) var nameNumbers: [Int32] = []
  private var numberOfName: [String: Int32] = [:]

  /// Creates a layer without parts.
  package init(name: String) { self.name = name }

  /// Ends a part at the last vertex; one without vertices is left out.
  ///
  /// - Parameters:
  ///   - kind: What the part is.
  ///   - name: The name of the street, park or station; `nil` or empty for none.
  ///   - roadClass: The class of the road, where it is one and has one.
  package mutating func endPart(
    _ kind: Kind, name: String? = nil, roadClass: RoadClass? = nil
  ) {
    guard x.count > (ends.last ?? 0) else { return }
    ends.append(x.count)
    kinds.append(kind)
    roadClasses.append(roadClass)
    nameNumbers.append(number(ofName: name))
  }

  /// Returns the name of a part.
  package func name(ofPart part: Int) -> String? {
    nameNumbers[part] < 0 ? nil : names[Int(nameNumbers[part])]
  }

  /// Returns the vertices of a part.
  func vertices(ofPart part: Int) -> Range<Int> { (part == 0 ? 0 : ends[part - 1])..<ends[part] }

  private mutating func number(ofName name: String?) -> Int32 {
    guard let name, !name.isEmpty else { return -1 }
    if let number = numberOfName[name] { return number }
    let number = Int32(names.count)
    names.append(name)
    numberOfName[name] = number
    return number
  }
}
