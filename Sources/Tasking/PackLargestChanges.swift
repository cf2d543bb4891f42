package import Cartography

/// The areas of the first layer that changed most against the period before.
package struct PackLargestChanges: Sendable {
  /// An area in both periods.
  package struct Area: Sendable, Equatable {
    /// The code.
    package var code: String
    /// The name; the code where there is none.
    package var name: String
    /// The incidents of the period, and of the one before.
    package var now: Double
    package var earlier: Double
    /// Incidents a day more than before; fewer below zero.
    package var perDay: Double
    /// By what part the incidents of a day changed; `nil` if there were none before.
    package var relative: Double?
    /// What is told of it, as the table of changes has it: `increase`, `decrease`, `none`, `few`.
    package var evidence: String
    /// The adjusted p-value; `nil` for too few incidents.
    package var adjusted: Double?
    /// Its number on the map; `nil` if it has none.
    package var number: Int?

    /// Describes an area; everything is given.
    package init(
      code: String, name: String, now: Double, earlier: Double, perDay: Double, relative: Double?,
      evidence: String, adjusted: Double?, number: Int?
    ) {
      (self.code, self.name, self.now, self.earlier) = (code, name, now, earlier)
      (self.perDay, self.relative, self.evidence) = (perDay, relative, evidence)
      (self.adjusted, self.number) = (adjusted, number)
    }
  }

  /// What the change is against: `the month before, February 2017`.
  package let against: String
  /// The word for the areas.
  package let noun: AreaNoun
  /// What changed in all, in how many areas there is evidence, and what that rests on: sentences with
  /// their full stops.
  package let sentences: [String]
  /// The ten areas that rose most, the largest rise first.
  package let rises: [Area]
  /// The ten that fell most, the largest fall first.
  package let falls: [Area]
  /// How many decimal places counts have.
  package let places: Int
  /// The map of differences, as SVG.
  package let map: [UInt8]
  private let shapes: Set<String>
  private let shapePrefix: String

  /// How many rises, and falls, are listed.
  package static let most = 10

  /// Chooses the areas that changed most.
  ///
  /// - Parameters:
  ///   - against: What the change is against.
  ///   - noun: The word for the areas.
  ///   - sentences: What is said of the change, sentences with their full stops.
  ///   - areas: The areas in the order of their codes.
  ///   - places: How many decimal places counts have.
  ///   - map: The map of differences.
  package init(
    against: String, noun: AreaNoun, sentences: [String], areas: [Area], places: Int,
    map: SignificanceMap
  ) {
    (self.against, self.noun, self.sentences, self.places) = (against, noun, sentences, places)
    func largest(_ sign: Double) -> [Area] {
      Array(
        areas.enumerated().filter { $0.element.perDay * sign > 0 }
          .sorted {
            ($1.element.perDay * sign, $0.offset) < ($0.element.perDay * sign, $1.offset)
          }
          .map(\.element).prefix(Self.most))
    }
    (rises, falls) = (largest(1), largest(-1))
    self.map = map.svg()
    shapePrefix = map.drawing.identifierPrefix + "-"
    shapes = map.drawing.shapeNames
  }

  /// Returns the identifier of an area's shape on the page; `nil` where the map does not show it.
  func shape(of area: Area) -> String? {
    let name = "area-" + XMLText.identifier(area.code)
    return shapes.contains(name) ? shapePrefix + name : nil
  }
}
