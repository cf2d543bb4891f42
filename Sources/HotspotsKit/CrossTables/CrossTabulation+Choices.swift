import Boundaries
import Cartography
import HotspotAnalysis
import Incidents
import Interchange

extension CrossTabulation.Result {
  /// What was chosen and found.
  public var choices: [Choice] {
    let unknown = crossTable.notRecorded
    return reading.choices + [
      Choice("rows", .text(crossTable.rowHeading)),
      Choice("across", .text(crossTable.columnHeading)),
      Choice("percent", .optional(method.share?.rawValue)),
      Choice("known_only", .boolean(method.knownOnly)),
      Choice("top_rows", method.topRows.map(JSONValue.integer) ?? .null),
      Choice("top_columns", method.topColumns.map(JSONValue.integer) ?? .null),
    ] + bandChoices + nightChoices + [
      Choice(
        "not_recorded",
        .object([
          .init("rows", number(unknown.rows)), .init("across", number(unknown.columns)),
          .init("either", number(unknown.either)),
        ]), sentences: notRecordedSentences),
      Choice(
        "small_cells", .integer(crossTable.smallCells),
        sentences: smallCellSentence.map { [$0] } ?? []),
      Choice("crosstab", .optional(sentences.first), sentences: sentences),
    ]
  }

  /// What the table says, in sentences without full stops: its size and base, and what stands out.
  package var sentences: [String] {
    let values = (
      crossTable.rows.count { $0.kind == .value }, crossTable.columns.count { $0.kind == .value }
    )
    let whole =
      "cross table: \(crossTable.rowHeading) (\(NumberWords.grouped(values.0))) by "
      + "\(crossTable.columnHeading) (\(NumberWords.grouped(values.1))) of "
      + incidents(crossTable.total)
    guard let found = crossTable.standout else { return [whole] }
    let (row, column) = (name(ofRow: found.row), name(ofColumn: found.column))
    return [
      whole,
      "cross table: \(row) stands out most in \(column): \(amount(found.amount)) of its "
        + "\(amount(found.bases.row)) (\(NumberWords.percent(found.shareOfRow))), against "
        + "\(NumberWords.percent(found.shareOfAll)) of all \(amount(found.bases.all)) with both "
        + "recorded; the largest of many differences shows where to look and proves nothing",
    ]
  }

  /// What is said of incidents without a value.
  package var notRecordedSentences: [String] {
    let all = crossTable.total + (method.knownOnly ? crossTable.notRecorded.either : 0)
    let parts = [
      (crossTable.rowHeading, crossTable.notRecorded.rows),
      (crossTable.columnHeading, crossTable.notRecorded.columns),
    ].filter { $0.1 > 0 }
    var sentences: [String] = []
    if !parts.isEmpty {
      let list = parts.map { "\($0) of \(amount($1)) (\(NumberWords.percent($1 / all)))" }
      sentences.append(
        "not recorded: \(list.joined(separator: ", ")) of \(incidents(all))"
          + (method.knownOnly
            ? "; the \(amount(crossTable.notRecorded.either)) without one of the two are left out"
            : ""))
    }
    return sentences
      + unread.map {
        "not recorded: \($0.column) is no number for \(incidents(Double($0.incidents))), such as "
          + "'\($0.example)'"
      }
  }

  /// What is said of small cells.
  package var smallCellSentence: String? {
    guard crossTable.smallCells > 0 else { return nil }
    let cells = crossTable.rows.count * crossTable.columns.count
    return "small cells: \(NumberWords.grouped(crossTable.smallCells)) of "
      + "\(NumberWords.grouped(cells)) hold fewer than five incidents, too few for percentages, and "
      + "may tell of persons"
  }

  /// How an incident is told to be of the night; `nil` if none is.
  package var nightSentence: String? {
    for case .night(let hours) in [method.rows, method.across] {
      return "night: \(hours.words), by the start of each incident, so that it counts once"
    }
    return nil
  }

  // MARK: -

  private var nightChoices: [Choice] {
    nightSentence.map { [Choice("night", .text($0), $0)] } ?? []
  }

  private var bandChoices: [Choice] {
    method.bands.isEmpty
      ? []
      : [
        Choice(
          "bands", .array(method.bands.map { .array($0.bands.bounds.map(JSONValue.real)) }))
      ]
  }

  private func number(_ value: Double) -> JSONValue {
    usesHours ? .real(value) : .integer(Int(value))
  }

  /// Returns an amount as it is printed.
  package func amount(_ value: Double) -> String {
    NumberWords.decimal(value, places: usesHours ? 1 : 0)
  }

  private func incidents(_ value: Double) -> String {
    (usesHours ? "an estimated " : "") + amount(value) + (value == 1 ? " incident" : " incidents")
  }

  /// Returns what people call a row: an area by its name.
  package func name(ofRow row: Int) -> String { name(crossTable.rows[row], of: method.rows) }

  /// Returns what people call a column.
  package func name(ofColumn column: Int) -> String {
    name(crossTable.columns[column], of: method.across)
  }

  private func name(_ line: CrossLine, of side: CrossTabulation.Side) -> String {
    switch line.kind {
    case .notRecorded: return "not recorded"
    case .rest(let count): return "Other (\(NumberWords.grouped(count)))"
    case .value:
      guard case .area = side, let area = line.value else { return line.name }
      return reading.requiredInput.boundaries.layers[0].names[area]
    }
  }
}
