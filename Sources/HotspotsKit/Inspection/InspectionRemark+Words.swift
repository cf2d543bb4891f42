import Cartography

extension InspectionRemark: CustomStringConvertible {
  /// What was found, as a sentence without a full stop.
  public var description: String {
    switch self {
    case .noCoordinateColumns: "no columns of coordinates are found"
    case .degreesInMetreColumns:
      "columns with the names of metres hold degrees, and are read as longitude and latitude"
    case .tooManyCategories(let limit): "more than \(limit) categories are too many to count by"
    case .notUTF8:
      "the text is not UTF-8 and is read as Windows-1252; check that accents are right"
    case .rejectedRows(let rows): "\(Self.rows(rows, "cannot", "cannot")) be used"
    case .rowsWithoutCoordinates(let share):
      "\(NumberWords.percent(share)) of the rows have no coordinates and are in no map"
    case .repeatedReferences(let rows): "\(Self.rows(rows, "repeats", "repeat")) a reference"
    case .sourcePositions(let places): places.words
    case .ballparkProjection: "the projection is a ballpark one and may be off by 100 m and more"
    case .betterConversion(let better): better.description
    case .noneInside(let layer, let reason):
      "none of the incidents with coordinates lies in '\(layer)': \(reason.words)"
    case .fewInside(let share, let layer):
      "only \(NumberWords.percent(share)) of the incidents with coordinates lie in '\(layer)': check "
        + "that the two belong together"
    case .unknownCodes(let count, let column, let layer):
      "\(NumberWords.grouped(count)) codes of '\(column)' are not in '\(layer)', which may be of "
        + "another year"
    case .codesDisagree(let share, let column):
      "'\(column)' and the position disagree for \(NumberWords.percent(share)) of the rows whose code "
        + "the layer has; positions count. For positions moved to streets 4 to 8% are usual: many "
        + "streets are borders"
    case .noDateColumn: "no column of dates is found: no periods, days or hours"
    case .contradictoryDateOrder(let reason), .yearOrDayFirst(let reason), .columnNote(let reason):
      reason
    case .undecidedDates(let rows):
      "\(Self.rows(rows, "has", "have")) a date such as 03/04/2017, whose order is not known"
    case .monthsOnly:
      "the dates give months only, as in data.police.uk: nothing can be said of days, weekdays "
        + "or hours"
    case .monthsAmongDays(let rows):
      "\(Self.rows(rows, "gives", "give")) the month only: left out of analysis by hour"
    case .unusableDates(let rows): "\(Self.rows(rows, "has", "have")) no date that can be used"
    case .unusableEnds(let rows):
      "\(Self.rows(rows, "has", "have")) an end that is not understood"
    case .reversedWindows(let rows):
      "\(Self.rows(rows, "ends", "end")) before the start; the start is used"
    case .midnights(let share):
      "\(NumberWords.percent(share)) of the times are midnight, which often stands for an unknown "
        + "time"
    case .emptyMonths(let months):
      "no row starts in \(months.prefix(6).joined(separator: ", "))"
        + (months.count > 6 ? " and \(months.count - 6) other months" : "")
        + ": the file may be incomplete"
    case .boundaryFile(let text): text
    case .notMeasurable(let system, let place, let fault, _):
      "nothing can be measured in \(system): \(fault.words(of: place))"
    case .invalidOutlines:
      "an area whose outline breaks a rule is taken as the ground that its parts cover, overlaps once, "
        + "each part without its own holes"
    case .overlaps: "an incident where areas overlap is given to the one whose code comes first"
    case .gaps(areNarrow: true):
      "an incident in a gap between areas is outside; such narrow ones come from rounding"
    case .gaps(areNarrow: false):
      "an incident in a gap between areas is outside, as in a hole that is meant"
    }
  }

  /// Returns a count of rows and what they do, in the singular or the plural.
  private static func rows(_ count: Int, _ does: String, _ do: String) -> String {
    count == 1 ? "1 row \(does)" : "\(NumberWords.grouped(count)) rows \(`do`)"
  }
}
