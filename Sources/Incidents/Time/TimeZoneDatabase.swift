import FoundationEssentials

/// The time zones that the system knows, the files of the IANA database.
///
/// Read directly, because the time zones of Foundation bring a library of tens of megabytes into
/// each start of the program.
package struct TimeZoneDatabase: Sendable {
  /// The folders that may hold the database, the first that exists is used.
  package var folders: [String]

  /// Creates a database in a folder.
  package init(folders: [String]) { self.folders = folders }

  /// The database of the system: the folder named by the variable `TZDIR`, or else the usual ones.
  package static var system: TimeZoneDatabase {
    let usual = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo"]
    let named = ProcessInfo.processInfo.environment["TZDIR"].map { [$0] } ?? []
    return TimeZoneDatabase(folders: named + usual)
  }

  /// Reads the rules of a zone.
  ///
  /// - Parameter name: The zone's name, `Europe/London`. `UTC` needs no database.
  /// - Returns: When the clocks of the zone change.
  /// - Throws: ``TimeZoneError/unknown(name:suggestions:)`` for a name that the database does not
  ///   have, ``TimeZoneError/noDatabase(name:folders:)`` where there is none,
  ///   ``TimeZoneError/damaged(name:)`` for a file that cannot be understood.
  package func rules(named name: String) throws(TimeZoneError) -> TimeZoneRules {
    if name == "UTC" { return .utc }
    guard let folder = folders.first(where: { FileManager.default.fileExists(atPath: $0) }) else {
      throw .noDatabase(name: name, folders: folders)
    }
    // A name is a path inside the folder, and of its own letters.
    guard Self.isPlausible(name),
      let data = FileManager.default.contents(atPath: "\(folder)/\(name)")
    else { throw unknown(name, in: folder) }
    do throws(TimeZoneFile.Fault) {
      let file = try TimeZoneFile(Array(data))
      return TimeZoneRules(name: name, firstOffset: file.firstOffset, changes: file.changes)
    } catch {
      throw error == .damaged ? .damaged(name: name) : unknown(name, in: folder)
    }
  }

  // MARK: -

  private static func isPlausible(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy { byte in
        let lower = byte | 0x20
        return (lower >= 0x61 && lower <= 0x7A) || byte &- 0x30 < 10
          || [UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+")]
            .contains(byte)
      } && !name.hasPrefix("/") && !name.hasSuffix("/")
  }

  private func unknown(_ name: String, in folder: String) -> TimeZoneError {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    // Zones begin with a capital letter; tables and the copies in `posix` and `right` do not.
    let names = paths.filter { path in
      path.utf8.first.map { $0 >= 0x41 && $0 <= 0x5A } ?? false && !path.contains(".")
    }
    return .unknown(
      name: name, suggestions: TimeZoneSuggestions.suggestions(for: name, among: names))
  }
}

/// Why a time zone cannot be used.
package enum TimeZoneError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The database has no zone of that name; names like it are given, the likeliest first.
  case unknown(name: String, suggestions: [String])
  /// None of the folders exists.
  case noDatabase(name: String, folders: [String])
  /// The zone's file cannot be understood.
  case damaged(name: String)

  /// What was found and what is allowed.
  package var description: String {
    switch self {
    case .unknown(let name, _):
      "cannot use time zone '\(name)': there is no zone of that name, one of the IANA database "
        + "is allowed"
    case .noDatabase(let name, let folders):
      "cannot use time zone '\(name)': there is no time zone database in "
        + folders.map { "'\($0)'" }.joined(separator: ", ")
        + ", UTC alone is known without one"
    case .damaged(let name):
      "cannot use time zone '\(name)': its file in the time zone database cannot be understood, "
        + "RFC 9636 is allowed"
    }
  }
}
