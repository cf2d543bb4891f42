/// The files of one Shapefile: one stem, several extensions in any letter case.
package struct ShapefilePaths: Sendable, Equatable {
  /// The path without its extension, where the files lie.
  package let stem: String
  /// The same as messages have it; another where the files were unpacked.
  let shownStem: String

  /// Creates the paths from what a user typed, with or without an extension of a Shapefile's parts.
  ///
  /// - Parameters:
  ///   - typed: What was typed.
  ///   - location: Where the file lies; at what was typed if `nil`.
  package init(_ typed: String, at location: String? = nil) {
    stem = Self.stem(of: location ?? typed)
    shownStem = Self.stem(of: typed)
  }

  private static func stem(of typed: String) -> String {
    let known = ["shp", "shx", "dbf"]
    if let dot = typed.lastIndex(of: "."),
      known.contains(typed[typed.index(after: dot)...].lowercased())
    {
      return String(typed[..<dot])
    }
    return typed
  }

  /// The last part of the path, without folders and extension.
  package var name: String {
    guard let slash = stem.lastIndex(of: "/") else { return stem }
    return String(stem[stem.index(after: slash)...])
  }

  /// The path people know the Shapefile by.
  package var shapes: String { shown(existing("shp") ?? "\(stem).shp") }

  /// Returns what messages call a file of these.
  private func shown(_ path: String) -> String { shownStem + path.dropFirst(stem.count) }

  /// Opens a part that must be there.
  ///
  /// - Throws: ``ShapefileError/missingFile(path:part:)``, ``ShapefileError/unreadable(path:reason:)``.
  func open(_ part: String) throws(ShapefileError) -> ByteFile {
    guard let path = existing(part) else { throw .missingFile(path: shapes, part: part) }
    return try ByteFile(path: shown(path), at: path)
  }

  /// Returns the path of a part, or `nil` if there is no such file in any letter case.
  ///
  /// Lower case is preferred, then upper case, then any mixture.
  ///
  /// - Parameter part: The part's extension in lower case, such as `dbf`.
  /// - Returns: The path with the extension as the file has it.
  package func existing(_ part: String) -> String? {
    Self.casings(of: part).lazy.map { "\(stem).\($0)" }.first(where: ByteFile.exists)
  }

  /// Returns the ways to write a word of at most four letters in lower and upper case.
  static func casings(of word: String) -> [String] {
    let (lower, upper) = (Array(word.lowercased()), Array(word.uppercased()))
    let mixtures = (1..<(1 << lower.count) - 1).map { pattern in
      String(lower.indices.map { pattern >> $0 & 1 == 1 ? upper[$0] : lower[$0] })
    }
    return [String(lower), String(upper)] + mixtures
  }
}
