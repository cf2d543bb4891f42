/// A ZIP archive and perhaps a file in it, as a user types them: `wards.zip` or
/// `wards.zip:inside/wards.shp`.
package struct ArchiveAddress: Sendable, Equatable {
  /// The path of the archive.
  package let file: String
  /// What follows the colon; `nil` where nothing does.
  package let name: String?

  /// Reads what a user typed; `nil` for a name that is no archive's.
  package init?(_ typed: String) {
    let lowered = typed.lowercased()
    if lowered.hasSuffix(".zip") {
      file = typed
      name = nil
      return
    }
    // Lower case can have other lengths than the letters of the path.
    guard lowered.utf8.count == typed.utf8.count, let found = lowered.firstRange(of: ".zip:") else {
      return nil
    }
    let length = lowered.utf8.distance(from: lowered.startIndex, to: found.upperBound)
    guard length < typed.utf8.count,
      let start = typed.utf8.index(typed.startIndex, offsetBy: length).samePosition(in: typed)
    else { return nil }
    file = String(typed[..<typed.index(before: start)])
    name = String(typed[start...])
  }
}
