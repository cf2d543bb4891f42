/// Finds the columns in which incidents carry the code of an area.
enum AreaCodeColumns {
  /// Geographies whose codes incidents carry, as headers begin.
  private static let geographies = [
    "lsoa", "msoa", "oa", "ward", "wd", "lad", "beat", "area", "gss", "neighbourhood", "borough",
  ]

  /// Returns the positions of columns such as `LSOA code`, `WD22CD` or `beat_code`.
  static func positions(in header: [String]) -> [Int] {
    header.indices.filter { position in
      let letters = header[position].lowercased().filter { $0.isASCII && $0.isLetter }
      guard let geography = geographies.first(where: { letters.hasPrefix($0) }) else {
        return false
      }
      return ["code", "cd"].contains(String(letters.dropFirst(geography.count)))
    }
  }
}
