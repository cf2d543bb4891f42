import CommandLineKit

/// What `--keep` says: all, or names separated by commas.
enum KeptNames: Equatable {
  case all
  case some([String])

  /// Reads the value of the option.
  ///
  /// - Parameters:
  ///   - text: The value.
  ///   - what: What is kept, in the plural: `columns`.
  /// - Throws: ``UsageError`` for an empty name.
  init(_ text: String, what: String) throws(UsageError) {
    if text.lowercased() == "all" {
      self = .all
      return
    }
    let names = text.split(separator: ",", omittingEmptySubsequences: false).map {
      String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    guard !names.contains("") else {
      throw .invalidValue(
        text, option: "--keep", allowed: "'all' or names of \(what) separated by commas")
    }
    self = .some(names)
  }
}
