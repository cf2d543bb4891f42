import Cartography
import FoundationEssentials
import Interchange
import Statistics

/// The classes of a map, as manifests keep them for the maps to come.
struct MapScale: Sendable, Equatable {
  /// The layer of areas; absent where the map is not of areas.
  var layer: String?
  /// The column that the map shows; absent in a list of breaks written by hand.
  var value: String?
  var classes: ClassBreaks
  /// How the values came about, where that decides whether they compare.
  var madeWith: String?

  /// The scale as manifests carry it.
  var json: JSONValue {
    .object([
      .init("layer", .optional(layer)), .init("value", .optional(value)),
      .init("breaks", .array(classes.thresholds.map(JSONValue.real))),
      .init("zero_apart", .boolean(classes.separatesZero)),
      .init(
        "range",
        classes.range.map { .array([.real($0.lowerBound), .real($0.upperBound)]) } ?? .null),
      .init("made_with", .optional(madeWith)),
    ])
  }

  /// The breaks in words: `5, 10, 20`.
  var words: String {
    classes.thresholds.map { NumberWords.decimal($0, places: NumberWords.places(of: $0)) }
      .joined(separator: ", ")
  }
}

/// The scales that a file keeps: the manifest of an earlier run, or `{"breaks": [5, 10, 20]}`.
struct SavedScales: Sendable {
  let path: String
  let scales: [MapScale]

  /// Reads a file.
  ///
  /// - Throws: ``MapScaleError``.
  init(path: String) throws(MapScaleError) {
    self.path = path
    guard let data = FileManager.default.contents(atPath: path) else { throw .noSuchFile(path) }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    guard let file = try? decoder.decode(Stored.self, from: data) else {
      throw .noScale(path)
    }
    let entries =
      file.chosen?.scales ?? file.scales ?? file.breaks.map { [Stored.Scale(breaks: $0)] } ?? []
    if entries.isEmpty { throw .noScale(path) }
    var scales: [MapScale] = []
    for entry in entries {
      do throws(ClassBreaksError) {
        let range = entry.range.flatMap { $0.count == 2 && $0[0] <= $0[1] ? $0[0]...$0[1] : nil }
        scales.append(
          MapScale(
            layer: entry.layer, value: entry.value,
            classes: try ClassBreaks(
              thresholds: entry.breaks,
              separatesZero: entry.zeroApart ?? ((entry.breaks.first ?? 0) > 0), range: range),
            madeWith: entry.madeWith))
      } catch {
        throw .unusable(path, error)
      }
    }
    self.scales = scales
  }

  /// Returns the scale of a value: that of the layer where the file has it, else the first.
  ///
  /// - Throws: ``MapScaleError/otherValues(path:wanted:found:)`` where the file has none of the
  ///   value.
  func scale(of value: String, layer: String?) throws(MapScaleError) -> MapScale {
    let fitting = scales.filter { $0.value == nil || $0.value == value }
    guard let scale = fitting.first(where: { $0.layer == layer }) ?? fitting.first else {
      throw .otherValues(path: path, wanted: value, found: scales.compactMap(\.value))
    }
    return scale
  }

  /// What the file holds.
  private struct Stored: Decodable {
    var chosen: Chosen?
    var scales: [Scale]?
    var breaks: [Double]?

    struct Chosen: Decodable {
      var scales: [Scale]?
    }

    struct Scale: Decodable {
      var layer: String?
      var value: String?
      var breaks: [Double]
      var zeroApart: Bool?
      var range: [Double]?
      var madeWith: String?
    }
  }
}
