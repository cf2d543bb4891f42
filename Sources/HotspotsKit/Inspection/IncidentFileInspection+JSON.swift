import Geometry
import Incidents
import Interchange

extension IncidentFileInspection {
  /// Returns what was found under stable names; lists are whole here, where the text cuts them.
  ///
  /// - Parameter words: Words a remark.
  /// - Returns: An object.
  func json(_ words: (InspectionRemark) -> String) -> JSONValue {
    let box = found.box
    return .object([
      .init("path", .text(path)),
      .init("rows", .integer(tally.read)),
      .init("delimiter", origin == nil ? .text(String(delimiter)) : .null),
      .init("crs", .optional(origin?.crs)),
      .init("encoding", .text(encodingName)),
      .init("header_row", headerRow.map { .integer($0) } ?? .null),
      .init(
        "columns",
        .object(
          ColumnKey.allCases.compactMap { key in
            columns.name(of: key).map { .init(key.rawValue, .text($0)) }
          })),
      .init("other_columns", .array(otherColumns.map(JSONValue.text))),
      .init("coordinates", .optional(columns.coordinateKind.map(Self.name))),
      .init("with_coordinates", .integer(found.placed)),
      .init(
        "bounds",
        box.isEmpty ? .null : .array([box.minX, box.minY, box.maxX, box.maxY].map(JSONValue.real))),
      .init("places", .integer(places.distinct)),
      .init("rows_at_most_frequent_place", .integer(places.most)),
      .init("ids", columns[.id] == nil ? .null : idsJSON),
      .init(
        "categories",
        .array(
          categories.map {
            .object([.init("name", .text($0.name)), .init("rows", .integer($0.rows))])
          })),
      .init("dates", columns.time == nil ? .null : datesJSON),
      .init("rejected", .sorted(tally.reasons(.rejected))),
      .init("filtered", .sorted(tally.reasons(.filtered))),
      .init("without_coordinates", .sorted(tally.reasons(.withoutCoordinates))),
      .init(
        "examples",
        .object(examples.map { .init($0.reason.name, .text($0.message)) })),
      .init("placement", assignment?.json ?? .null),
      .init("worth_knowing", .array(remarks.map { .text(words($0)) })),
    ])
  }

  private var idsJSON: JSONValue {
    .object([
      .init("distinct", .integer(ids.distinct)), .init("repeated", .integer(ids.repeated)),
      .init("blank", .integer(found.blankIds)),
    ])
  }

  private var datesJSON: JSONValue {
    let times = found.times
    return .object([
      .init("order", .optional(dateOrder?.rawValue)),
      .init("time_format", .optional(timeFormat?.rawValue)),
      .init("first", .optional(times.range?.first)),
      .init("last", .optional(times.range?.last)),
      .init("time_of_day", .integer(times.times)),
      .init("day_only", .integer(times.days)),
      .init("month_only", .integer(times.months)),
      .init("absent", .integer(times.absent)),
      .init("not_understood", .integer(times.unreadable)),
      .init("midnight", .integer(times.midnights)),
      .init("without_end", columns[.end] == nil ? .null : .integer(times.notes.withoutEnd)),
      .init("reversed", .integer(times.notes.reversed)),
      .init("over_a_week", .integer(times.notes.overWeek)),
      .init("empty_months", .array(times.emptyMonths.map(JSONValue.text))),
      .init("carries_hours", .boolean(times.times > 0)),
    ])
  }

  private var encodingName: String {
    if let wideEncoding { return wideEncoding }
    return switch found.textKind {
    case .ascii: "ASCII"
    case .utf8: "UTF-8"
    case .windows1252: "Windows-1252"
    }
  }

  private static func name(of kind: IncidentColumns.CoordinateKind) -> String {
    switch kind {
    case .geographic: "longitude_latitude"
    case .projected: "easting_northing"
    }
  }
}
