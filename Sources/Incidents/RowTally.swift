/// How many rows were read, and how many were not placed for which reason.
package struct RowTally: Sendable, Equatable {
  /// Where a row stands; ordered as the rows are.
  package struct Place: Sendable, Equatable, Comparable {
    var file: Int
    var block: Int
    var line: Int

    /// Orders by file, then by place in the file.
    package static func < (left: Place, right: Place) -> Bool {
      (left.file, left.block, left.line) < (right.file, right.block, right.line)
    }
  }

  /// The rows read, blank lines aside.
  package internal(set) var read = 0
  /// The headers among the rows, which joined files have; they are not read.
  package internal(set) var repeatedHeaders = 0
  /// The rows by reason, in the order of ``RowReason``.
  package internal(set) var counts = [Int](repeating: 0, count: RowReason.allCases.count)
  /// The incidents that the rows of each reason stand for, where rows tell; those of rows that do not
  /// tell, and of totals and notes, are none.
  package internal(set) var incidents = [Int](repeating: 0, count: RowReason.allCases.count)
  /// The first row of each reason.
  package internal(set) var examples = [Place?](repeating: nil, count: RowReason.allCases.count)

  /// What was noticed about windows, where they are needed: of all rows that no other filter set
  /// aside.
  package internal(set) var times = TimeNotes()
  /// The starts of all rows that have one, where starts are read.
  var dateTally = DateTally()
  /// The days that the rows cover before any filter; `nil` if starts are not read or no row has
  /// one.
  ///
  /// - Complexity: O(*d*) for the days of 400 years.
  package var dates: CoveredDates? { CoveredDates(dateTally) }

  /// Forgets the days, which take half a megabyte, for whoever keeps the tallies of many files.
  package mutating func forgetDays() { dateTally = DateTally() }

  /// What coordinates out of range look like.
  package struct OutOfRange: Sendable, Equatable {
    /// Those that would be in range with the two exchanged.
    package internal(set) var exchanged = 0
    /// Those that are both too large for degrees, as metres are.
    package internal(set) var metres = 0
  }

  /// What the coordinates out of range look like.
  package internal(set) var outOfRange = OutOfRange()
  /// What the rows have in common with each other, where that is asked for.
  package internal(set) var samples = RowSamples()
  /// The first date that does not fit the order of its column, where dates are needed.
  var orderFault: DateOrderFault?
  /// The first coordinate that is written in another way than its column.
  var coordinateFault: CoordinateFault?

  /// The first row that has line ends of another kind within it.
  var lineEndFault: Place?
  /// The first row that is a header of other columns.
  var headerFault: Place?

  /// Creates a tally of nothing.
  package init() {}

  /// Returns the number of rows of a reason.
  package subscript(reason: RowReason) -> Int { counts[reason.rawValue] }

  /// Returns the reasons of an outcome that occurred, with their counts.
  package func reasons(_ outcome: RowOutcome) -> [String: Int] {
    var result: [String: Int] = [:]
    for reason in RowReason.allCases where reason.outcome == outcome && self[reason] > 0 {
      result[reason.name] = self[reason]
    }
    return result
  }

  /// Returns the incidents that the rows of an outcome stand for.
  package func incidents(_ outcome: RowOutcome) -> Int {
    RowReason.allCases.reduce(0) { $0 + ($1.outcome == outcome ? incidents[$1.rawValue] : 0) }
  }

  /// Adds the rows of another tally.
  package mutating func merge(_ other: RowTally) {
    read += other.read
    repeatedHeaders += other.repeatedHeaders
    for reason in counts.indices {
      counts[reason] += other.counts[reason]
      incidents[reason] += other.incidents[reason]
      if let place = other.examples[reason] {
        examples[reason] = min(place, examples[reason] ?? place)
      }
    }
    times.merge(other.times)
    dateTally.merge(other.dateTally)
    outOfRange.exchanged += other.outOfRange.exchanged
    outOfRange.metres += other.outOfRange.metres
    samples.merge(other.samples)
    lineEndFault = [lineEndFault, other.lineEndFault].compactMap(\.self).min()
    headerFault = [headerFault, other.headerFault].compactMap(\.self).min()
    orderFault = [orderFault, other.orderFault].compactMap(\.self).min { $0.place < $1.place }
    coordinateFault = [coordinateFault, other.coordinateFault].compactMap(\.self)
      .min { $0.place < $1.place }
  }
}
