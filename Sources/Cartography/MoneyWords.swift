/// Amounts of money as people read them.
package enum MoneyWords {
  /// Returns whole pounds with thousands separators: `£82,979,562`.
  package static func exact(_ pounds: Int) -> String {
    (pounds < 0 ? "−" : "") + "£" + NumberWords.grouped(Int(clamping: pounds.magnitude))
  }

  /// Returns pounds as a sentence has them: `£370.7 million`, from a million on with one place.
  package static func rounded(_ pounds: Int) -> String {
    let size = Double(pounds.magnitude)
    let sign = pounds < 0 ? "−" : ""
    // What would be written as 1,000.0 million is a billion.
    if size >= 999_950_000 {
      return "\(sign)£\(NumberWords.decimal(size / 1e9, places: 1)) billion"
    }
    if size >= 1_000_000 {
      return "\(sign)£\(NumberWords.decimal(size / 1e6, places: 1)) million"
    }
    return exact(pounds)
  }
}
