/// How the coordinates of a file are written, settled from its first rows.
package struct CoordinateReading: Sendable, Equatable {
  /// The marks of numbers in columns of their own.
  var marks = NumberMarks()
  /// The column of whole positions; `nil` if there are two columns of numbers, or none.
  package internal(set) var position: PositionColumn?
  /// Whether coordinates are taken for metres, because names and first values of their columns say so.
  var assumesMetres = false

  /// Whether the decimal mark of the numbers is a comma.
  package var hasDecimalCommas: Bool { position == nil && !marks.isPlain }

  /// Whether coordinates are two columns of numbers with decimal points, or there are none.
  package var isPlain: Bool { position == nil && marks.isPlain }

  /// Two columns of numbers, or none.
  init(marks: NumberMarks = NumberMarks()) { self.marks = marks }

  /// One column of positions.
  init(of position: PositionColumn) {
    self.position = position
    assumesMetres =
      !position.areDegrees && !position.isSystemNamed && position.form != .gridReference
  }
}
