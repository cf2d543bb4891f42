import Cartography
public import Incidents
package import Tables

/// The likeliest reason why nothing, or too little, is assigned.
public enum LikelyReason: Sendable, Equatable {
  /// No row has any of the categories asked for.
  case unknownCategories([String], known: [String])
  /// The rows begin after or end before the period asked for, or none lies in it; days or months as
  /// text.
  case period(first: String, last: String)
  /// The filters exclude everything; the reasons with their rows, the commonest first.
  case filters([ReasonCount])
  /// The rows have no coordinates; the reasons with their rows, the commonest first.
  case withoutCoordinates([ReasonCount])
  /// The column of areas has no code or name of the layer, whose codes are such as the example.
  case unknownCodes(column: String, example: String)
  /// The incidents would lie in the areas if their two coordinates were exchanged; with the columns
  /// to name, if the coordinates have columns.
  case exchanged([NamedColumn])
  /// The incidents would lie in the areas if their coordinates were in another system.
  case otherSystem(String)
  /// The incidents lie in areas that the study area excludes.
  case studyArea(String)
  /// The incidents lie where the system of the analysis cannot be used.
  case beyondUse(system: String)
  /// The incidents lie away from the boundaries.
  case apart(Separation)
  /// The incidents lie between the areas; how far one of them is from an area, in metres.
  case between(metres: Double)

  /// The number of rows with a reason.
  public struct ReasonCount: Sendable, Equatable {
    /// The reason's stable name.
    public var name: String
    /// How many rows have it.
    public var rows: Int
  }

  /// A column and its intended purpose.
  public struct NamedColumn: Sendable, Equatable {
    /// Its intended purpose.
    public var key: ColumnKey
    /// Its name in the header.
    public var name: String
  }

  /// How far incidents lie from the boundaries.
  public struct Separation: Sendable, Equatable {
    /// The distance in metres.
    public var metres: Double
    /// The direction from the boundaries: `north-west`.
    public var direction: String
    /// Whether it is the distance of the nearest incident, rather than roughly that of all.
    public var isOfNearest: Bool
  }

  // MARK: - Rows

  /// Finds why no row is left after the filters.
  ///
  /// - Parameters:
  ///   - rows: Where the rows went; none is without coordinates, outside or assigned.
  ///   - asked: The categories to keep.
  ///   - met: All categories of the rows, filtered ones too.
  ///   - dates: The first and the last day or month of all rows; `nil` if unknown.
  /// - Returns: A category that no row has before a period, and that before any other filter.
  package static func ofNoRow(
    _ rows: Reconciliation, categories asked: [String], met: [String],
    dates: (first: String, last: String)?
  ) -> LikelyReason {
    let unknown = CategoryName.unknown(asked, met: met)
    if !asked.isEmpty, unknown.count == asked.count, rows.filtered["category"] != nil {
      return .unknownCategories(unknown, known: met)
    }
    let untimely = (rows.filtered["before_from"] ?? 0) + (rows.filtered["after_to"] ?? 0)
    if let dates, untimely * 2 > rows.filteredCount {
      return .period(first: dates.first, last: dates.last)
    }
    return .filters(ordered(rows.filtered))
  }

  /// Finds why rows with coordinates are few among those left after the filters.
  package static func ofNoCoordinates(_ rows: Reconciliation) -> LikelyReason {
    .withoutCoordinates(ordered(rows.withoutCoordinates))
  }

  private static func ordered(_ reasons: [String: Int]) -> [ReasonCount] {
    reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
      ReasonCount(name: $0.key, rows: $0.value)
    }
  }

  // MARK: - Words

  /// The reason as a clause, without a full stop.
  public var words: String {
    switch self {
    case .unknownCategories(let names, _):
      names.map { "no incident has the category '\($0)'" }.joined(separator: "; ")
    case .period(let first, let last):
      "the files' dates run from \(first) to \(last)"
    case .filters(let reasons):
      reasons.isEmpty ? "no row is left" : "filtered are \(Self.list(reasons))"
    case .withoutCoordinates(let reasons):
      "the rows have no coordinates: \(Self.list(reasons))"
    case .unknownCodes(let column, let example):
      "what '\(column)' says is the code or name of none of the areas, whose codes are such as "
        + "'\(example)'"
    case .exchanged:
      "with their two coordinates exchanged they would lie there (longitude or easting is first)"
    case .otherSystem(let system):
      "as coordinates of \(system) they would lie there"
    case .studyArea(let text):
      "they lie among the areas that the study area \(text) leaves out"
    case .beyondUse(let system):
      "they lie beyond where \(system) can be used"
    case .apart(let separation):
      (separation.isOfNearest ? "the nearest incident lies " : "the incidents lie about ")
        + "\(Self.distance(separation.metres)) from the boundaries, to the \(separation.direction)"
    case .between(let metres):
      "they lie among the areas but in none, one of them \(Self.distance(metres)) from the nearest"
    }
  }

  private static func list(_ reasons: [ReasonCount]) -> String {
    reasons.map {
      "\(NumberWords.grouped($0.rows)) \($0.name.split(separator: "_").joined(separator: " "))"
    }.joined(separator: ", ")
  }

  private static func distance(_ metres: Double) -> String {
    switch metres {
    case ..<1: "under 1 m"
    case ..<1000: "\(NumberWords.decimal(metres, places: 0)) m"
    case ..<10_000: "\(NumberWords.decimal(metres / 1000, places: 1)) km"
    default: "\(NumberWords.decimal(metres / 1000, places: 0)) km"
    }
  }
}
