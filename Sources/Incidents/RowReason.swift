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
  /// A coordinate is beyond what coordinates can be.
  case coordinateOutOfRange
  /// A date is not one, and a filter needs it.
  case dateNotUnderstood
  // Filtered.
  /// The category is one of those set aside.
  case category
  /// The incident starts before the period.
  case beforeFrom
  /// The incident starts after the period.
  case afterTo
  /// The incident has no date, and a filter needs it.
  case withoutDate
  // Without coordinates.
  /// A coordinate is empty.
  case coordinatesEmpty
  /// Both coordinates are zero.
  case coordinatesZero

  /// The stable name that files and messages use.
  package var name: String {
    switch self {
    case .tooFewFields: "too_few_fields"
    case .tooManyFields: "too_many_fields"
    case .malformedQuotes: "malformed_quotes"
    case .coordinateNotANumber: "coordinate_not_a_number"
    case .coordinateOutOfRange: "coordinate_out_of_range"
    case .dateNotUnderstood: "date_not_understood"
    case .category: "category"
    case .beforeFrom: "before_from"
    case .afterTo: "after_to"
    case .withoutDate: "without_date"
    case .coordinatesEmpty: "coordinates_empty"
    case .coordinatesZero: "coordinates_zero"
    }
  }

  /// What was found and what is allowed, in words.
  package var explanation: String {
    switch self {
    case .tooFewFields: "the row ends before the columns that are used"
    case .tooManyFields: "the row has more fields than the header"
    case .malformedQuotes: "text follows a closing quote"
    case .coordinateNotANumber: "a coordinate is not a number"
    case .coordinateOutOfRange:
      "a coordinate is out of range (longitude -180 to 180, latitude -90 to 90)"
    case .dateNotUnderstood: "the date is not understood"
    case .category: "the category is not asked for"
    case .beforeFrom: "it starts before --from"
    case .afterTo: "it starts after --to"
    case .withoutDate: "it has no date, which --from and --to need"
    case .coordinatesEmpty: "a coordinate is empty"
    case .coordinatesZero: "both coordinates are zero"
    }
  }

  /// The class of the reconciliation that the reason belongs to.
  package var outcome: RowOutcome {
    switch self {
    case .tooFewFields, .tooManyFields, .malformedQuotes, .coordinateNotANumber,
      .coordinateOutOfRange, .dateNotUnderstood:
      .rejected
    case .category, .beforeFrom, .afterTo, .withoutDate: .filtered
    case .coordinatesEmpty, .coordinatesZero: .withoutCoordinates
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
