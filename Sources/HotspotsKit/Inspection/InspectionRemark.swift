public import Projections

/// Something that people who want to use a file should know.
///
/// The description says what was found. What to do about it depends on how the file was named.
public enum InspectionRemark: Sendable, Equatable {
  // MARK: Columns

  /// There are no columns of coordinates.
  case noCoordinateColumns
  /// Columns were passed over that might have served; in words.
  case columnNote(String)
  /// Columns named like metres hold degrees and are read as degrees.
  case degreesInMetreColumns
  /// There are more categories than can be counted by.
  case tooManyCategories(limit: Int)
  /// The text is read as Windows-1252.
  case notUTF8

  // MARK: Rows

  /// Rows cannot be used.
  case rejectedRows(Int)
  /// A fraction of the rows has no coordinates.
  case rowsWithoutCoordinates(Double)
  /// Rows repeat the reference of another.
  case repeatedReferences(rows: Int)
  /// Positions were moved to the nearest of a list before they were published.
  case sourcePositions(SourcePositions)

  // MARK: Dates

  /// There is no column of dates.
  case noDateColumn
  /// The order of day and month is contradictory; with the reason.
  case contradictoryDateOrder(String)
  /// Dates with a year of two digits may begin with their day or with their year; in words.
  case yearOrDayFirst(String)
  /// The order of day and month of some dates is not known.
  case undecidedDates(rows: Int)
  /// All dates tell months only.
  case monthsOnly
  /// Some dates tell months only.
  case monthsAmongDays(rows: Int)
  /// Rows have no date that can be used.
  case unusableDates(rows: Int)
  /// Ends are not understood.
  case unusableEnds(rows: Int)
  /// Incidents end before they start.
  case reversedWindows(rows: Int)
  /// A fraction of the times of day is midnight.
  case midnights(Double)
  /// No row starts in some months between the first and the last.
  case emptyMonths([String])

  // MARK: Assignment

  /// The accuracy of the projection is unknown.
  case ballparkProjection
  /// The conversion of the coordinates could be more accurate.
  case betterConversion(BetterConversion)
  /// No incident lies in a layer; with the likeliest reason.
  case noneInside(layer: String, LikelyReason)
  /// A fraction of less than half of the incidents lies in a layer.
  case fewInside(Double, layer: String)
  /// Codes of a column are not those of areas of a layer.
  case unknownCodes(Int, column: String, layer: String)
  /// For a fraction of the rows a column of codes and the position name different areas.
  case codesDisagree(Double, column: String)

  // MARK: Layers

  /// Something in a boundary file was left out or is odd.
  case boundaryFile(String)
  /// Nothing can be measured in the system of a layer.
  case notMeasurable(
    system: String, place: String, fault: MetricFitness.Fault, local: LocalSystem?)
  /// Outlines break a rule.
  case invalidOutlines
  /// Areas overlap.
  case overlaps
  /// There are gaps between areas, none of them wide if `areNarrow`.
  case gaps(areNarrow: Bool)
}
