/// A date, met while rows are read, that the order of its column does not fit.
///
/// It ends the reading with a ``DateOrderError``: where the order is the column's own, one such
/// date puts all the others in doubt.
struct DateOrderFault: Sendable, Equatable {
  /// Where the row stands; its line is the row's number within the block.
  var place: RowTally.Place
  /// The column's name.
  var column: String
  /// The date as it is written.
  var text: String
  /// Whether the date fits the other order, rather than needing one.
  var isContradiction: Bool
}

extension IncidentParser {
  /// Keeps the first date of the files that does not fit the order of its column.
  @inline(never)
  func noteDateOrder(_ row: Int, _ block: TextBlock, _ tally: inout RowTally) {
    let place = RowTally.Place(file: file, block: block.ordinal, line: row)
    if let first = tally.orderFault, first.place < place { return }
    for column in [start, end].compactMap(\.self) {
      let kind = column.parse(RowFields(of: block), row).kind
      // An order that the user gave cannot be put in doubt: such rows are only rejected.
      guard kind == .undecided || (kind == .contradictory && !isDateOrderGiven) else { continue }
      tally.orderFault = DateOrderFault(
        place: place, column: columns.header[column.date],
        text: String(column.text(block, row).prefix(40)),
        isContradiction: kind == .contradictory)
      return
    }
  }
}

extension IncidentSource {
  /// Words what a date says against the order of its column.
  func error(for fault: DateOrderFault) -> DateOrderError {
    guard fault.isContradiction, let dateOrder else {
      return .unsettled(column: fault.column, example: fault.text)
    }
    return dateOrder == .dayFirst
      ? .mixed(
        column: fault.column, dayFirst: dateEvidence?.dayFirstExample ?? "", monthFirst: fault.text)
      : .mixed(
        column: fault.column, dayFirst: fault.text,
        monthFirst: dateEvidence?.monthFirstExample ?? "")
  }
}
