/// A whole number of at most nine digits, as a field of times or of parts of a date holds it.
struct WholeNumber {
  /// The value.
  var value: Int
  /// How many digits there are, zeros at the front included.
  var digits: Int

  /// Reads a number that fills part of a field; a fraction of zeros (`22.0`), which programs write
  /// where other rows are empty, belongs to it.
  ///
  /// `nil` if the part is anything else.
  init?(_ text: Span<UInt8>, _ range: Range<Int>) {
    var position = range.lowerBound
    let number = text.readNumber(at: &position, before: range.upperBound)
    guard number.digits > 0 else { return nil }
    (value, digits) = number
    guard position < range.upperBound else { return }
    guard text[position] == UInt8(ascii: "."), position + 1 < range.upperBound else { return nil }
    // Behind an hour two zeros could be minutes.
    guard digits > 2 || range.upperBound - position != 3 else { return nil }
    for place in position + 1..<range.upperBound where text[place] != UInt8(ascii: "0") {
      return nil
    }
  }

  /// Whether the number is hours and minutes of a clock, 5 being 00:05 and 2400 the end of the day.
  var isHoursAndMinutes: Bool {
    digits <= 4 && value % 100 < 60 && value <= 2400
  }
}
