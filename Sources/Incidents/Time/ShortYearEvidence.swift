/// Whether dates with a year of two digits may begin with it.
///
/// `25-02-14` can be 14 February 2025 or 25 February 2014. The part that is the day varies more than
/// the year does, so a column whose last part takes more values than its first is not read as
/// day-first unless the user says so. Between hyphens, where dates that begin with the year are
/// usual, it must take fewer.
struct ShortYearEvidence: Sendable, Equatable {
  /// The first such date.
  private(set) var example: String?
  /// The first parts, a bit for each number.
  private var firsts: UInt128 = 0
  /// The last parts, a bit for each number.
  private var lasts: UInt128 = 0
  /// Whether some date cannot begin with its year, or has one of four digits.
  private var isRefuted = false
  private var hasHyphens = false

  /// Whether the dates may begin with their year.
  var mayBeginWithYear: Bool {
    guard example != nil, !isRefuted else { return false }
    let (first, last) = (firsts.nonzeroBitCount, lasts.nonzeroBitCount)
    return last > first || (hasHyphens && last == first)
  }

  /// Takes an all-numeric date into account that does not begin with a year of four digits.
  mutating func observe(_ text: Span<UInt8>) {
    let range = text.trimmedRange
    var position = range.lowerBound
    let first = text.readNumber(at: &position, before: range.upperBound)
    let mark = text.byte(at: position, before: range.upperBound)
    position += 1
    let second = text.readNumber(at: &position, before: range.upperBound)
    position += 1
    let third = text.readNumber(at: &position, before: range.upperBound)
    guard first.digits == 2, third.digits == 2,
      let year = DateColumnReader.year(first.value, digits: 2),
      CivilDate(year: year, month: second.value, day: third.value) != nil
    else {
      isRefuted = true
      return
    }
    if example == nil { example = text.excerpt }
    if mark == UInt8(ascii: "-") { hasHyphens = true }
    firsts |= 1 << UInt128(first.value)
    lasts |= 1 << UInt128(third.value)
  }

  /// Adds the evidence of the values that follow.
  mutating func merge(_ later: ShortYearEvidence) {
    example = example ?? later.example
    firsts |= later.firsts
    lasts |= later.lasts
    isRefuted = isRefuted || later.isRefuted
    hasHyphens = hasHyphens || later.hasHyphens
  }
}
