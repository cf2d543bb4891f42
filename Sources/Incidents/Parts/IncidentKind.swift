/// Kinds of files by the ends of their names.
enum IncidentKind {
  private static let text = [".csv", ".tsv", ".txt", ".geojson", ".ndjson"]
  /// What a library opens itself, so that it has to be a file of its own.
  private static let files = [".xlsx", ".xlsm", ".gpkg", ".shp"]
  /// The first words of the names of texts that come with data and are none.
  private static let accounts: Set<String> = [
    "readme", "licence", "license", "copyright", "copying", "terms", "changelog",
  ]
  /// What belongs to a Shapefile or a GeoPackage and is not named beside it.
  private static let companions = [
    ".shx", ".dbf", ".prj", ".cpg", ".sbn", ".sbx", ".qix", ".shp.xml", ".gpkg-wal", ".gpkg-shm",
  ]

  /// Whether a file is text that is read from first to last; `README.txt` and the like tell of others.
  static func isText(_ name: String) -> Bool {
    let lowered = name.lowercased()
    let word = steps(of: lowered).last?.prefix { $0.isLetter }
    if lowered.hasSuffix(".txt"), let word, accounts.contains(String(word)) { return false }
    let plain = lowered.hasSuffix(".gz") ? String(lowered.dropLast(3)) : lowered
    return text.contains { plain.hasSuffix($0) }
  }

  /// Whether a file is of a kind that has to be a file of its own.
  static func needsFile(_ name: String) -> Bool {
    let lowered = name.lowercased()
    return files.contains { lowered.hasSuffix($0) }
  }

  /// Whether a file is a workbook.
  static func isWorkbook(_ name: String) -> Bool {
    let lowered = name.lowercased()
    return lowered.hasSuffix(".xlsx") || lowered.hasSuffix(".xlsm")
  }

  /// Whether a file is a Shapefile.
  static func isShapefile(_ name: String) -> Bool { name.lowercased().hasSuffix(".shp") }

  /// Returns a file in an archive and its sheet or layer, as they follow the colon of a path.
  static func inner(_ name: String) -> (file: String, inner: String)? {
    let lowered = name.lowercased()
    guard lowered.utf8.count == name.utf8.count else { return nil }
    let ends = [".xlsx:", ".xlsm:", ".gpkg:"].compactMap { container in
      lowered.firstRange(of: container).map {
        lowered.utf8.distance(from: lowered.startIndex, to: $0.upperBound)
      }
    }
    guard let end = ends.min(), end < name.utf8.count,
      let start = name.utf8.index(name.startIndex, offsetBy: end).samePosition(in: name)
    else { return nil }
    return (String(name[..<name.index(before: start)]), String(name[start...]))
  }

  /// Whether a file belongs to another one that is named itself.
  static func isCompanion(_ name: String) -> Bool {
    let lowered = name.lowercased()
    return companions.contains { lowered.hasSuffix($0) }
  }

  /// Whether a file or folder is hidden, or the mark of a program that has a file open.
  ///
  /// - Parameter name: The last step of its path.
  /// - Returns: Whether it is passed over without being named.
  static func isHidden(_ name: some StringProtocol) -> Bool {
    name.hasPrefix(".") || name.hasPrefix("~$") || name == "__MACOSX"
  }

  /// Returns the folders and the file of a path; some programs write backslashes into archives.
  static func steps(of path: String) -> [Substring] {
    path.split { $0 == "/" || $0 == "\\" }
  }

  /// Whether a file has a name that data.police.uk gives to street-level crimes, such as
  /// `2024-01-metropolitan-street.csv`.
  static func isStreet(_ name: String) -> Bool {
    let last = steps(of: name).last ?? ""
    return (try? /[0-9]{4}-[0-9]{2}-.+-street\.csv(\.gz)?/.ignoresCase().wholeMatch(in: last))
      != nil
  }
}
