import Boundaries
package import Cartography
import Interchange
import Statistics

/// The map of an index by area: classes on both sides of 100, the mean, and one above 200, the mark of
/// priority.
///
///     try IndexFigure(index).write(to: "localities.svg")
public struct IndexFigure: Sendable {
  /// The index.
  public var index: CompositeIndex.Result
  /// The title; `nil` for one that describes the data.
  public var title: String?
  /// The page, and the backdrop below the areas.
  public var look = MapLook()

  /// Creates a map with a default title on A4; traps for an index without boundaries.
  public init(_ index: CompositeIndex.Result) {
    precondition(index.boundaries != nil, "IndexFigure: an index without boundaries has no map")
    self.index = index
  }

  /// Returns the map as an SVG document in UTF-8.
  public func svg() throws -> [UInt8] { try map().svg() }

  /// Writes the map to a file that appears when it is complete.
  ///
  /// - Parameter path: The file, or `-` for standard output.
  /// - Throws: ``Interchange/OutputError``.
  public func write(to path: String) throws { try OutputFile.write(svg(), to: path) }

  /// Draws the map.
  package func map() throws -> AreaMap {
    let layer = index.boundaries?.layers.first
    var description = MapDescription(
      title: title ?? "Index of \(index.values.columns.count) values by \(index.nouns.singular)",
      subtitle: index.values.columns.map { $0.name.split(separator: "_").joined(separator: " ") }
        .joined(separator: ", "),
      value: MapValue(
        column: "index", label: "index (100 is the mean)", shortLabel: "index", kind: .rate))
    description.source = [index.values.path, layer?.path ?? ""].filter { !$0.isEmpty }
      .map { $0.split(separator: "/").last.map(String.init) ?? $0 }.joined(separator: ", ")
    description.method =
      "each value as 100 times itself over the mean of the areas, the index as the mean of these; above "
      + "200 an area is twice as badly off as the mean (Chainey 2008)."
    description.classNote =
      "Classes: set at 50, 75, 100, 150 and 200, the same on every map; 200 is the mark of priority"
    return try AreaMap(
      of: index.table, description: look.applied(to: description),
      classification: .given(Self.classes()), page: look.page)
  }

  /// The classes, which every map has.
  static func classes() throws -> ClassBreaks {
    try ClassBreaks(thresholds: [50, 75, 100, 150, 200], separatesZero: false)
  }
}
