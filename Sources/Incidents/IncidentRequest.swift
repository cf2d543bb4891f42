/// What a method needs to know of each incident; columns not asked for are not read.
package struct IncidentRequest: Sendable {
  /// Whether incidents need a place.
  package var coordinates: Bool
  /// Whether categories are needed.
  package var category: Bool
  /// Whether starts are needed.
  package var start: Bool
  /// Whether the dates that the files cover are needed; they are known wherever starts are read.
  package var coverage = false
  /// Whether ends are needed.
  package var end: Bool
  /// How windows are made of starts and ends, where windows are needed.
  package var windows: WindowResolver?
  /// Whether a row whose date is not one must be rejected, because the method rests on dates.
  package var rejectsBadDates: Bool
  /// Which incidents are asked for.
  package var filter: IncidentFilter
  /// The rules of the zone of local times, for times that are written with an offset.
  package var rules: TimeZoneRules
  /// Whether incidents without coordinates stay in the batches, at a place that is not a number.
  ///
  /// They are counted as without coordinates all the same.
  package var keepsUnplaced = false
  /// Whether batches tell how their text is encoded.
  package var examinesText = false
  /// For each file, the positions of the columns whose fields are wanted as ``FieldHash`` numbers;
  /// empty for none.
  package var hashedColumns: [[Int]] = []
  /// For each file, the positions of the columns whose fields are wanted as text; empty for none.
  package var textColumns: [[Int]] = []
  /// For each file, the positions of the columns whose fields tell persons or premises apart; empty for
  /// none.
  package var identityColumns: [[Int]] = []
  /// For each file, the positions of the columns whose fields are wanted as labels; empty for none.
  package var labelColumns: [[Int]] = []
  /// The most different values of a column of labels.
  package static let labelLimit = 10_000
  /// For each file, what rows must say to be part of each set; empty for no sets.
  package var sets: [[RowTest]] = []
  /// For each file, the position of the column that tells the area of incidents without coordinates;
  /// empty for none.
  ///
  /// Incidents without coordinates whose field there says something stay in the batches, at a place
  /// that is not a number.
  package var areaColumns: [Int] = []
  /// For each file, the position of the column that tells how many incidents a row stands for; empty
  /// where each is one.
  package var countColumns: [Int] = []
  /// Whether weights are needed, so that a row without a usable one is rejected.
  package var weight = false
  /// What categories count for, where weights are those of categories; none has a value of nought.
  package var categoryWeights: CategoryWeights?
  /// For each file, the position of the column whose fields count once: of the rows that are
  /// neither rejected nor otherwise filtered, the first of each key stays; empty where all do.
  ///
  /// A row without coordinates, where these are needed, does not stand in the way of a later one
  /// that has some.
  package var uniqueColumns: [Int] = []
  /// Whether the tally tells about how many rows repeat a reference, and how many places there are.
  package var samplesRows = false
  /// Whether batches keep hold of their rows, so that a ``RowCopier`` can copy fields from them.
  package var keepsRows = false
  /// Whether rows without a date are set aside.
  package var requiresDate = false {
    didSet { rejectsBadDates = rejectsBadDates || requiresDate }
  }
  /// For each file, what its rows must say; empty for no condition.
  package var tests: [RowTest] = []

  /// Creates a request.
  ///
  /// A filter of hours needs windows and brings its own resolver where none is given.
  package init(
    coordinates: Bool = true, category: Bool = false, start: Bool = false, end: Bool = false,
    windows: WindowResolver? = nil, rejectsBadDates: Bool = false,
    filter: IncidentFilter = IncidentFilter(),
    rules: TimeZoneRules = .utc
  ) {
    self.coordinates = coordinates
    self.category = category
    self.start = start
    self.end = end
    self.windows = windows ?? (filter.hours == nil ? nil : WindowResolver(rules: rules))
    self.rejectsBadDates = rejectsBadDates || filter.needsTime || self.windows != nil
    self.filter = filter
    self.rules = rules
  }
}
