/// What a column of an incident file can be used for.
public enum ColumnKey: String, Sendable, CaseIterable {
  /// The incident's own reference.
  case id
  /// Degrees east.
  case longitude
  /// Degrees north.
  case latitude
  /// Metres (or the unit of the coordinate system) east.
  case easting
  /// Metres (or the unit of the coordinate system) north.
  case northing
  /// Where the incident lies, in one field.
  case position
  /// The same, with the latitude of a pair first.
  case latLon = "lat_lon"
  /// The same, with the longitude of a pair first.
  case lonLat = "lon_lat"
  /// When the incident happened, or the beginning of the window in which it did.
  case start
  /// The end of the window.
  case end
  /// The month, in data that tells no more; or the month of a date whose year has a column of its
  /// own.
  case month
  /// The kind of incident.
  case category
  /// A name of the place.
  case location
  /// How much the incident counts.
  case weight
  /// The time of day of the start, where it has a column of its own.
  case startTime = "start_time"
  /// The time of day of the end, where it has a column of its own.
  case endTime = "end_time"
  /// The year of a date that is spread over several columns.
  case year
  /// The day of the month of such a date.
  case day
  /// The hour of such a date.
  case hour
  /// The minute of such a date.
  case minute

  /// The columns that a date may be spread over, each with its names without case, blanks and
  /// punctuation, by what they are the parts of: `OCC_YEAR` and `REPORT_MONTH` are of two dates.
  ///
  /// Names of a year and of a month are needed; the first set of which a file has both is used.
  static let partColumns: [[(key: ColumnKey, names: [String])]] = [
    parts(before: ["occ", "occurred", "incident", "offence", "offense", "crime"]),
    parts(before: [""], after: ["", "ofincident", "occurred", "ofoffence"]),
    parts(before: ["reported", "report", "call"], after: ["", "ofcall"]),
  ].flatMap(\.self)

  /// The names of sets of parts, a set for each of the words around them.
  private static func parts(
    before: [String], after: [String] = [""]
  ) -> [[(key: ColumnKey, names: [String])]] {
    before.flatMap { before in
      after.map { after in
        [ColumnKey.year, .month, .day, .hour, .minute].map { key in
          let words =
            key == .month ? ["month", "mon"] : key == .minute ? ["minute", "min"] : [key.rawValue]
          return (key, words.map { before + $0 + after })
        }
      }
    }
  }
}
