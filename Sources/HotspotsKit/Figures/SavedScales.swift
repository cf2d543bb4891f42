import FoundationEssentials
import Statistics

/// The scales that a file keeps: the manifest of an earlier run, or `{"breaks": [5, 10, 20]}`.
public struct SavedScales: Sendable {
  /// The file.
  public let path: String
  /// Its scales; at least one.
  public let scales: [MapScale]

  /// Reads a file.
  ///
  /// - Throws: ``MapScaleError/noSuchFile(_:)``, ``MapScaleError/noScale(_:)`` for a file of another
  ///   kind, ``MapScaleError/unusable(_:_:)`` for breaks that are not increasing.
  public init(path: String) throws(MapScaleError) {
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

  /// The file's name without its folder.
  package var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// Returns the scale of a value: that of the layer if the file has it, otherwise the first.
  ///
  /// - Throws: ``MapScaleError/otherValues(path:wanted:found:)`` if the file has no scale of the
  ///   value.
  package func scale(of value: String, layer: String?) throws(MapScaleError) -> MapScale {
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
