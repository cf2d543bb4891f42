import Geometry

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

  /// How important a road is, which its width tells.
  package enum RoadClass: Int, Sendable, Comparable, CaseIterable {
    /// A way for people on foot or bicycles, or to a few buildings.
    case path
    /// A street.
    case minor
    /// A road between places: an A or B road, or what OpenStreetMap calls primary or secondary.
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
  private var hasClasses = false
  /// The rectangle around each part, once ``measureParts()`` found it.
  private var measured: [Box] = []

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
    if roadClass != nil { hasClasses = true }
    nameNumbers.append(number(ofName: name))
  }

  /// Returns the name of a part.
  package func name(ofPart part: Int) -> String? {
    nameNumbers[part] < 0 ? nil : names[Int(nameNumbers[part])]
  }

  /// Returns the vertices of a part.
  func vertices(ofPart part: Int) -> Range<Int> { (part == 0 ? 0 : ends[part - 1])..<ends[part] }

  /// Returns how a part is drawn where it is a road; `nil` for all else.
  ///
  /// Of a layer with classes, lines without one are no roads; of one with names only all lines are.
  func road(ofPart part: Int) -> RoadClass? {
    guard kinds[part] == .line else { return nil }
    return roadClasses[part] ?? (hasClasses || names.isEmpty ? nil : .minor)
  }

  /// Finds the rectangle around each part, so that maps of small ground pass over the others
  /// without looking at their vertices; to be called when these have their final places.
  ///
  /// - Complexity: O(*n*) for *n* vertices.
  package mutating func measureParts() { measured = ends.indices.map(measure) }

  /// Returns the rectangle around a part; `nil` if a vertex has no coordinates, as where a
  /// projection does not reach.
  func box(ofPart part: Int) -> Box? {
    let box = part < measured.count ? measured[part] : measure(part)
    return box.isEmpty ? nil : box
  }

  private func measure(_ part: Int) -> Box {
    var box = Box.empty
    for vertex in vertices(ofPart: part) {
      guard x[vertex].isFinite, y[vertex].isFinite else { return .empty }
      box.formUnion(x: x[vertex], y: y[vertex])
    }
    return box
  }

  private mutating func number(ofName name: String?) -> Int32 {
    guard let name, !name.isEmpty else { return -1 }
    if let number = numberOfName[name] { return number }
    let number = Int32(names.count)
    names.append(name)
    numberOfName[name] = number
    return number
  }
}
