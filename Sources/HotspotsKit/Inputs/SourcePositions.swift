import Cartography
package import Incidents

/// Positions that were moved before publication, recognised by how few of them many rows share, or by
/// the columns of a publisher who is known to move them.
public struct SourcePositions: Equatable, Sendable {
  /// What was found and what follows, as a sentence without a full stop.
  public let words: String
  /// Whether a result rests on the positions.
  public internal(set) var isMaterial = true

  /// Looks at rows and places that were counted; `nil` if positions may be those of the incidents.
  ///
  /// - Parameters:
  ///   - rows: How many rows have a place.
  ///   - places: How many places they have.
  ///   - columns: The columns of the files that the rows are in.
  package init?(rows: Int, places: Int, in columns: [IncidentColumns] = []) {
    self.init(rows: rows, places: places, NumberWords.grouped(places), columns)
  }

  /// Looks at a sample of the places; `nil` if positions may be those of the incidents.
  ///
  /// - Parameters:
  ///   - sample: The places.
  ///   - columns: The columns of the files that the rows are in.
  package init?(_ sample: DistinctSample, in columns: [IncidentColumns] = []) {
    self.init(
      rows: sample.count, places: sample.distinct,
      Self.about(sample.distinct, isExact: sample.isExact), columns)
  }

  /// Four rows or more for each position, in a thousand rows or more, indicate a fixed list of positions.
  ///
  /// data.police.uk moves each incident to the nearest one of its list. A month of one offence repeats few
  /// of them, but its columns tell.
  private init?(rows: Int, places: Int, _ count: String, _ columns: [IncidentColumns]) {
    let areFew = rows >= 1000 && places * 4 < rows
    let isKnown = rows > 0 && !columns.isEmpty && columns.allSatisfy(\.areDataPolice)
    guard areFew || isKnown else { return nil }
    let moved =
      areFew
      ? "\(NumberWords.grouped(rows)) rows share \(count) places: positions were moved to the nearest of a "
        + "list, as data.police.uk does"
      : "the columns are those of data.police.uk, which moves positions to the nearest of a list"
    words =
      "\(moved), so clusters within a street mean nothing, hotspots bear the names of these places, and "
      + "incidents near an edge may belong to the area beside"
  }

  /// Formats a number that may be an estimate, which is then rounded to three digits.
  package static func about(_ number: Int, isExact: Bool) -> String {
    "about \(isExact ? NumberWords.grouped(number) : NumberWords.toThreeDigits(number))"
  }
}
