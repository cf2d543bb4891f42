/// Why a row is not assigned to an area.
package enum RowReason: Int, Sendable, CaseIterable {
  // Rejected.
  /// The row has fewer fields than the columns that are used.
  case tooFewFields
  /// The row has more fields than the header.
  case tooManyFields
  /// Text follows a closing quote.
  case malformedQuotes
  /// A coordinate is not a number.
  case coordinateNotANumber
  /// A field of positions has something else.
  case positionNotUnderstood
  /// The geometry is something else than a point.
  case geometryNotAPoint
  /// A coordinate is beyond what coordinates can be.
  case coordinateOutOfRange
  /// The coordinates are degrees where those of the column are metres.
  case coordinateInDegrees
  /// A date is not one, and a filter needs it.
  case dateNotUnderstood
  /// The end is before the start, and such incidents are rejected.
  case endBeforeStart
  /// The weight is empty or not a number, and incidents count by it.
  case weightNotANumber
  /// The weight is below zero.
  case weightNegative
  /// The weight is above ``largestWeight``.
  case weightTooLarge
  /// The number of incidents that the row stands for is none.
  case countNotANumber
  // Filtered.
  /// The category is one of those set aside.
  case category
  /// The incident starts before the period.
  case beforeFrom
  /// The incident starts after the period.
  case afterTo
  /// The incident starts in none of the periods that are compared.
  case outsidePeriods
  /// The incident has no date, and a filter needs it.
  case withoutDate
  /// The incident has no start, or only a month, and hours are asked for.
  case withoutTime
  /// The window is longer than the longest allowed.
  case overMaxWindow
  /// The incident cannot have happened within the hours asked for.
  case outsideHours
  /// The row does not say what the condition asks for.
  case condition
  /// The row has the key of an earlier one, and each key counts once.
  case repeated
  /// The row adds up others.
  case totalsRow
  /// The row is a note about the table, such as its source.
  case noteRow
  // Without coordinates.
  /// A coordinate is empty.
  case coordinatesEmpty
  /// Both coordinates are zero.
  case coordinatesZero
  /// The coordinates are numbers that stand for no place.
  case coordinatesPlaceholder
  /// There are no coordinates, and the column of areas is empty.
  case codeEmpty

  /// The stable name that files and messages use.
  package var name: String {
    switch self {
    case .tooFewFields: "too_few_fields"
    case .tooManyFields: "too_many_fields"
    case .malformedQuotes: "malformed_quotes"
    case .coordinateNotANumber: "coordinate_not_a_number"
    case .positionNotUnderstood: "position_not_understood"
    case .geometryNotAPoint: "geometry_not_a_point"
    case .coordinateOutOfRange: "coordinate_out_of_range"
    case .coordinateInDegrees: "coordinate_in_degrees"
    case .dateNotUnderstood: "date_not_understood"
    case .endBeforeStart: "end_before_start"
    case .weightNotANumber: "weight_not_a_number"
    case .weightNegative: "weight_negative"
    case .weightTooLarge: "weight_too_large"
    case .countNotANumber: "count_not_a_number"
    case .category: "category"
    case .beforeFrom: "before_from"
    case .afterTo: "after_to"
    case .outsidePeriods: "outside_periods"
    case .withoutDate: "without_date"
    case .withoutTime: "without_time"
    case .overMaxWindow: "over_max_window"
    case .outsideHours: "outside_hours"
    case .condition: "where"
    case .repeated: "repeated"
    case .totalsRow: "totals_row"
    case .noteRow: "note_row"
    case .coordinatesEmpty: "coordinates_empty"
    case .coordinatesZero: "coordinates_zero"
    case .coordinatesPlaceholder: "coordinates_placeholder"
    case .codeEmpty: "code_empty"
    }
  }

  /// What was found and what is allowed, in words.
  package var explanation: String {
    switch self {
    case .tooFewFields: "the row ends before the columns that are used"
    case .tooManyFields: "the row has more fields than the header"
    case .malformedQuotes: "text follows a closing quote"
    case .coordinateNotANumber: "a coordinate is not a number"
    case .positionNotUnderstood:
      "the position is not understood (read are forms \(CoordinateError.forms))"
    case .geometryNotAPoint: "the geometry is not a point"
    case .coordinateOutOfRange: "a coordinate is out of range"
    case .coordinateInDegrees:
      "the coordinates are degrees in columns of metres"
    case .dateNotUnderstood:
      "the date is not understood (read are forms such as 2025-02-03 18:00, 03/02/2025 6 PM, 3-Feb-25, "
        + "20250203, months such as 2025-02, spreadsheets' day numbers, and whole columns of Unix time)"
    case .endBeforeStart: "the end is before the start"
    case .weightNotANumber: "the weight is not a number"
    case .weightNegative: "the weight is below zero"
    case .weightTooLarge: "the weight is above 1,000,000,000"
    case .countNotANumber:
      "the number of incidents is not a whole number from 0 to 1,000,000,000"
    case .category: "the category is not asked for"
    case .beforeFrom: "it starts before the period"
    case .afterTo: "it starts after the period"
    case .outsidePeriods: "it starts in none of the periods that are compared"
    case .withoutDate: "it has no date, and a period is asked for"
    case .withoutTime: "it has no time, only a month or nothing"
    case .overMaxWindow: "its window is longer than is allowed"
    case .outsideHours: "it cannot have happened within the hours asked for"
    case .condition: "it does not meet the condition"
    case .repeated: "it has the key of an earlier row, and each key counts once"
    case .totalsRow: "it adds up other rows"
    case .noteRow: "it is a note about the table"
    case .coordinatesEmpty: "a coordinate is empty"
    case .coordinatesZero: "both coordinates are zero"
    case .coordinatesPlaceholder:
      "the coordinates stand for no place, as 1, 1 and -1, -1 and 999999, 999999 do"
    case .codeEmpty: "there are no coordinates, and the column of areas is empty"
    }
  }

  /// What was found and what is allowed in a file of degrees, or in one of lengths.
  package func explanation(inDegrees: Bool) -> String {
    guard self == .coordinateOutOfRange else { return explanation }
    return explanation
      + (inDegrees
        ? " (longitude -180 to 180, latitude -90 to 90)"
        : " (easting and northing -1,000,000,000 to 1,000,000,000)")
  }

  /// The largest weight of an incident: sums of all rows that can be read stay whole numbers of 64
  /// bits.
  static let largestWeight = 1e9

  /// The most incidents that a row may stand for.
  static let largestCount = 1e9

  /// The class of the reconciliation that the reason belongs to.
  package var outcome: RowOutcome {
    switch self {
    case .tooFewFields, .tooManyFields, .malformedQuotes, .coordinateNotANumber,
      .positionNotUnderstood, .geometryNotAPoint, .coordinateOutOfRange, .coordinateInDegrees,
      .dateNotUnderstood, .endBeforeStart,
      .weightNotANumber, .weightNegative, .weightTooLarge, .countNotANumber:
      .rejected
    case .category, .beforeFrom, .afterTo, .outsidePeriods, .withoutDate, .withoutTime,
      .overMaxWindow,
      .outsideHours, .condition, .repeated, .totalsRow, .noteRow:
      .filtered
    case .coordinatesEmpty, .coordinatesZero, .coordinatesPlaceholder, .codeEmpty:
      .withoutCoordinates
    }
  }
}

/// The classes of rows that are not placed.
package enum RowOutcome: Sendable {
  /// The row cannot be understood.
  case rejected
  /// The user set the row aside.
  case filtered
  /// The row says nothing of where.
  case withoutCoordinates
}
