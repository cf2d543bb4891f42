import FoundationEssentials
import Incidents

/// An assessment or a pack that was made before, as its folder has it.
///
/// Of the manifest its period and settings are read, of the tables what is set beside those of today. What
/// an older one does not have is not compared.
package struct EarlierAssessment: Sendable {
  /// The folder.
  package let path: String
  /// The first and the last day of its period, as text; `nil` if it does not say.
  let period: (first: String, last: String)?
  /// What its figures rest on, by what it is called; empty in older folders and in packs.
  let settings: [(name: String, value: String)]
  /// The incidents by area of its first layer.
  let areas: DelimitedTable

  /// Reads a folder.
  ///
  /// - Throws: ``EarlierAssessmentError``.
  package init(path: String) throws(EarlierAssessmentError) {
    self.path = path
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder else {
      throw .noFolder(path: path)
    }
    guard let data = FileManager.default.contents(atPath: "\(path)/manifest.json"),
      let manifest = try? JSONDecoder().decode(Stored.self, from: data),
      manifest.tool == "hotspots"
    else { throw .noAssessment(path: path) }
    guard Self.commands.contains(manifest.command) else {
      throw .otherCommand(path: path, command: manifest.command)
    }
    guard let areas = Self.table("areas.csv", in: path), Self.isOfAreas(areas) else {
      throw .noAreas(path: path)
    }
    self.areas = areas
    let period = manifest.chosen?.period
    if let first = period?.first_day, let last = period?.last_day {
      self.period = (first, last)
    } else {
      self.period = nil
    }
    settings = (manifest.chosen?.settings ?? []).map { ($0.name, $0.value) }
  }

  /// The commands whose folders can be read; a program that uses the library makes `pack`.
  private static let commands: Set<String> = ["assessment", "tasking", "pack"]

  /// Returns a table of the folder; `nil` if it has none of that name.
  func table(_ name: String) -> DelimitedTable? { Self.table(name, in: path) }

  private static func table(_ name: String, in path: String) -> DelimitedTable? {
    try? DelimitedTable(path: "\(path)/\(name)")
  }

  private static func isOfAreas(_ table: DelimitedTable) -> Bool {
    ["code", "incidents"].allSatisfy(table.header.contains) && !table.rows.isEmpty
  }

  /// What is read of the manifest.
  private struct Stored: Decodable {
    var tool: String
    var command: String
    var chosen: Chosen?

    struct Chosen: Decodable {
      var period: Period?
      var settings: [Setting]?
    }

    struct Period: Decodable {
      var first_day: String?
      var last_day: String?
    }

    struct Setting: Decodable {
      var name: String
      var value: String
    }
  }
}

extension DelimitedTable {
  /// Returns the texts of a column; `nil` if there is none of that name.
  func texts(_ name: String) -> [String]? {
    header.firstIndex(of: name).map { place in rows.map { $0[place] } }
  }

  /// Returns the numbers of a column; `nil` if there is none of that name.
  func numbers(_ name: String) -> [Double?]? { texts(name).map { $0.map { Double($0) } } }

  /// Returns the number that a row has in a column; `nil` if either is missing.
  ///
  /// - Parameters:
  ///   - name: The name of the column.
  ///   - key: What stands in the first column of the row.
  /// - Returns: The number.
  func number(_ name: String, of key: String) -> Double? {
    guard let row = rows.firstIndex(where: { $0.first == key }) else { return nil }
    return numbers(name)?[row]
  }
}
