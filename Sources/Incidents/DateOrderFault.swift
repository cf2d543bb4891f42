/// A date or a time, met while rows are read, that what is known of its column does not fit.
///
/// It ends the reading with a ``DateOrderError``: where the order, or what numbers mean, is the
/// column's own, one such value puts all the others in doubt.
struct DateOrderFault: Sendable, Equatable {
  /// What the value goes against.
  enum Kind: Sendable, Equatable {
    /// The date fits the other order only.
    case otherOrder
    /// The date needs an order, and there is none.
    case noOrder
    /// The date is of another form than the numbers of its column.
    case otherForm
    /// The time is a number that cannot be an hour, in a column of hours.
    case otherTime
    /// The time is a number, and nothing tells what it means.
    case noTimeFormat
  }

  /// Where the row stands; its line is the row's number within the block.
  var place: RowTally.Place
  /// The column's name.
  var column: String
  /// The value as it is written.
  var text: String
  /// What it goes against.
  var kind: Kind
}

extension IncidentParser {
  /// Keeps the first date of the files that does not fit what is known of its column.
  @inline(never)
  func noteDateOrder(_ row: Int, _ block: TextBlock, _ tally: inout RowTally) {
    let place = RowTally.Place(file: file, block: block.ordinal, line: row)
    if let first = tally.orderFault, first.place < place { return }
    for column in [start, end].compactMap(\.self) {
      guard column.parts == nil, let (kind, position) = fault(of: column, block, row) else {
        continue
      }
      tally.orderFault = DateOrderFault(
        place: place, column: columns.header[position],
        text: String(unsafe QuotedText.text(block.field(position, ofRow: row)).prefix(40)),
        kind: kind)
      return
    }
  }

  /// Returns what a row's date or time goes against and in which column, `nil` if it is only rejected.
  ///
  /// What the user said cannot be put in doubt.
  private func fault(
    of column: TimeColumn, _ block: TextBlock, _ row: Int
  ) -> (DateOrderFault.Kind, Int)? {
    let text = unsafe QuotedText.unquoted(block.field(column.date, ofRow: row))
    let date = unsafe column.reader.parse(text.span)
    switch date.kind {
    case .undecided: return (.noOrder, column.date)
    case .contradictory where column.reader.epoch != nil: return (.otherForm, column.date)
    case .contradictory: return isDateOrderGiven ? nil : (.otherOrder, column.date)
    case .day, .local: break
    default: return nil
    }
    guard let time = column.time, !isTimeFormatGiven else { return nil }
    if column.parse(RowFields(of: block), row).kind == .contradictory { return (.otherTime, time) }
    var clocks = ClockEvidence()
    clocks.observe(unsafe QuotedText.unquoted(block.field(time, ofRow: row)).span)
    return column.reader.timeFormat == nil && clocks.hourExample != nil
      ? (.noTimeFormat, time) : nil
  }
}

extension IncidentSource {
  /// Words what a value says against what is known of its column.
  func error(for fault: DateOrderFault) -> DateOrderError {
    let (column, text) = (fault.column, fault.text)
    switch fault.kind {
    case .noOrder: return .unsettled(column: column, example: text)
    case .noTimeFormat: return .unsettledTime(column: column, example: text)
    case .otherTime:
      return .mixedTimes(
        column: column, hour: dateEvidence?.clocks.hourExample ?? "", clock: text)
    case .otherForm:
      return .mixedNumbers(
        column: column, number: dateEvidence?.numbers.example ?? "", date: text)
    case .otherOrder:
      return dateOrder == .monthFirst
        ? .mixed(
          column: column, dayFirst: text, monthFirst: dateEvidence?.monthFirstExample ?? "")
        : .mixed(column: column, dayFirst: dateEvidence?.dayFirstExample ?? "", monthFirst: text)
    }
  }
}
