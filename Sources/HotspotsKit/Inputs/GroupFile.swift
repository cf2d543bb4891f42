import Incidents

/// A table that says what belongs together: categories of offences, components of a cost.
///
///     let groups = try GroupFile("groups.csv", key: "category")
///     groups.groups[0].name      // "Violence against the person"
///     groups.groups[0].members   // "Murder", "Wounding/GBH", …
///
/// Two columns are read, that of the key and `group`, in any letter case and order. Something may be
/// in several groups, which then overlap: they must not be added up.
public struct GroupFile: Sendable, Equatable {
  /// What belongs together.
  public struct Group: Sendable, Equatable {
    /// The name, word for word.
    public let name: String
    /// What is in it, word for word, in the order of the file.
    public let members: [String]
  }

  /// The file.
  public let path: String
  /// The groups, in the order in which the file names them first.
  public let groups: [Group]

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - path: The file: any usual delimiter, quotes, gzip.
  ///   - key: The name of the column of what is grouped: `category`, `component`.
  /// - Throws: `IncidentError` for a file that cannot be read; ``GroupFileError``.
  /// - Complexity: O(*n*) for *n* rows.
  public init(_ path: String, key: String) throws {
    let table = try DelimitedTable(path: path)
    func column(_ name: String) throws -> Int {
      guard let column = try table.column(named: name) else {
        throw GroupFileError.noSuchColumn(path: table.path, name: name, header: table.header)
      }
      return column
    }
    let (keyColumn, groupColumn) = (try column(key), try column("group"))
    var names: [String] = []
    var members: [String: [String]] = [:]
    for (row, fields) in table.rows.enumerated() {
      let (member, group) = (fields[keyColumn], fields[groupColumn])
      for (column, text) in [(keyColumn, member), (groupColumn, group)] where text.isEmpty {
        throw GroupFileError.emptyField(
          path: table.path, row: row + 1, column: table.header[column])
      }
      if members[group] == nil { names.append(group) }
      if members[group]?.contains(member) == true {
        throw GroupFileError.repeatedMember(
          path: table.path, row: row + 1, member: member, group: group)
      }
      members[group, default: []].append(member)
    }
    if names.isEmpty { throw GroupFileError.noRows(path: table.path) }
    self.path = table.path
    groups = names.map { Group(name: $0, members: members[$0] ?? []) }
  }

  /// Describes groups that are known.
  package init(path: String, groups: [Group]) {
    self.path = path
    self.groups = groups
  }

  /// What is in more than one group, in the order of the file; empty for groups that may be added up.
  public var overlaps: [(member: String, groups: [String])] {
    var groupsOf: [String: [String]] = [:]
    var order: [String] = []
    for group in groups {
      for member in group.members {
        if groupsOf[member] == nil { order.append(member) }
        groupsOf[member, default: []].append(group.name)
      }
    }
    return order.compactMap { member in
      let names = groupsOf[member] ?? []
      return names.count > 1 ? (member, names) : nil
    }
  }

  /// Finds which of some names each group holds.
  ///
  /// A name is taken word for word; one that is nowhere so, regardless of case and punctuation, if
  /// that tells it from the others.
  ///
  /// - Parameter names: The names that the data has, each once.
  /// - Returns: For each group the positions of its names, in its order; the positions of the names
  ///   that are in no group; the members that the data has not.
  package func matching(_ names: [String]) -> (
    groups: [[Int]], ungrouped: [Int], unknown: [String]
  ) {
    let exact = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
    let folded = Dictionary(grouping: names.indices) { Self.folded(names[$0]) }
    var (met, unknown): (Set<Int>, [String]) = ([], [])
    let found = groups.map { group in
      var places: [Int] = []
      for member in group.members {
        let alike = folded[Self.folded(member)] ?? []
        guard let place = exact[member] ?? (alike.count == 1 ? alike.first : nil) else {
          if !unknown.contains(member) { unknown.append(member) }
          continue
        }
        // Two spellings of one name count once.
        if !places.contains(place) { places.append(place) }
        met.insert(place)
      }
      return places
    }
    return (found, names.indices.filter { !met.contains($0) }, unknown)
  }

  private static func folded(_ name: String) -> String {
    CategoryName.columnKey(CategoryName.canonical(name))
  }
}

extension GroupFile {
  /// The file with what it names, as manifests list it.
  var rowsRead: (path: String, rows: Int) {
    (path, groups.reduce(0) { $0 + $1.members.count })
  }
}
