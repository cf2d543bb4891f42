/// The files of one Shapefile: one stem, several extensions in any letter case.
package struct ShapefilePaths: Sendable, Equatable {
  /// The path without its extension.
  package let stem: String

  /// Creates the paths from what a user typed, with or without an extension of a Shapefile's parts.
  package init(_ typed: String) {
    let known = ["shp", "shx", "dbf"]
    if let dot = typed.lastIndex(of: "."),
      known.contains(typed[typed.index(after: dot)...].lowercased())
    {
      stem = String(typed[..<dot])
    } else {
      stem = typed
    }
  }

  /// The last part of the path, without folders and extension.
  package var name: String {
    guard let slash = stem.lastIndex(of: "/") else { return stem }
    return String(stem[stem.index(after: slash)...])
  }

  /// The path people know the Shapefile by.
  package var shapes: String { existing("shp") ?? "\(stem).shp" }

  /// Returns the path of a part, or nil when there is no such file in any letter case.
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
