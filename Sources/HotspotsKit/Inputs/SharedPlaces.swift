import Cartography
package import Incidents

/// Positions that were moved before they were published, told by how few places many rows share.
public struct SharedPlaces: Equatable, Sendable {
  /// What was found and what follows, in a sentence without its full stop.
  public let words: String

  /// Looks at rows and places that were counted; nil where positions may be those of the incidents.
  package init?(rows: Int, places: Int) {
    self.init(rows: rows, places: places, NumberWords.grouped(places))
  }

  /// Looks at a sample of the places; nil where positions may be those of the incidents.
  package init?(_ sample: DistinctSample) {
    self.init(
      rows: sample.count, places: sample.distinct,
      Self.about(sample.distinct, isExact: sample.isExact))
  }

  /// Four rows or more to a place, over a thousand rows, are the mark of a list of places to publish:
  /// data.police.uk moves each incident to the nearest of its list.
  private init?(rows: Int, places: Int, _ count: String) {
    guard rows >= 1000, places * 4 < rows else { return nil }
    words =
      "\(NumberWords.grouped(rows)) rows share \(count) places: positions were moved to the nearest of "
      + "a list, as data.police.uk does, so clusters within a street mean nothing, hotspots bear the "
      + "names of these places, and incidents near an edge may belong to the area beside"
  }

  /// Returns a number that a bounded sample tells, to three digits where it is an estimate.
  package static func about(_ number: Int, isExact: Bool) -> String {
    "about \(isExact ? NumberWords.grouped(number) : NumberWords.toThreeDigits(number))"
  }
}
