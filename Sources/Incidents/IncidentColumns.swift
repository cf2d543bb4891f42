/// Which column of a file is used for what.
package struct IncidentColumns: Sendable, Equatable {
  /// Whether coordinates are longitude and latitude or easting and northing.
  package enum CoordinateKind: Sendable, Equatable {
    /// Degrees.
    case geographic
    /// Metres, or another unit of a projected system.
    case projected
  }

  /// The header's names, in the order of the file.
  package let header: [String]
  /// The position of each column that is used.
  package private(set) var positions: [ColumnKey: Int]
  /// The name of a column that could hold weights, where the user named none: it is not used.
  package private(set) var possibleWeight: String?
  /// Whether the columns of longitude and latitude are named as metres are, and hold degrees.
  package private(set) var areDegreesByValue = false

  /// Finds the columns of a file.
  ///
  /// Names are compared without case, blanks and punctuation. Longitude and latitude are preferred
  /// to easting and northing. Where several columns could serve, the best-known name does, and of
  /// several columns with one name the first; see ``requireUnique(_:path:)``. Weights are used only
  /// where the user named their column.
  ///
  /// - Parameters:
  ///   - header: The names of the file's header.
  ///   - named: The columns that the user named, by key; an empty name means none.
  ///   - path: The file's name, for messages.
  /// - Throws: ``IncidentError/unknownColumn(path:key:name:header:)``,
  ///   ``IncidentError/repeatedColumn(path:name:)`` for a named one,
  ///   ``IncidentError/missingColumns(path:needed:header:)`` for a named coordinate without the
  ///   other.
  package init(
    header: [String], named: [(key: ColumnKey, name: String)] = [], path: String
  ) throws(IncidentError) {
    self.header = header
    positions = [:]
    let plain = header.map(Self.plain)
    for key in ColumnKey.allCases {
      if let position = key.knownNames.lazy.compactMap({ plain.firstIndex(of: $0) }).first {
        positions[key] = position
      }
    }
    for (key, name) in named {
      if name.isEmpty {
        positions[key] = nil
        continue
      }
      let exact = header.indices.filter { header[$0] == name }
      let matches = exact.isEmpty ? header.indices.filter { plain[$0] == Self.plain(name) } : exact
      guard let position = matches.first else {
        throw .unknownColumn(path: path, key: key.rawValue, name: name, header: header)
      }
      if matches.count > 1 { throw .repeatedColumn(path: path, name: name) }
      positions[key] = position
    }
    for (key, partner) in Self.partners where positions[partner] == nil {
      if named.contains(where: { $0.key == key && !$0.name.isEmpty }) {
        throw .missingColumns(
          path: path, needed: "one for \(partner.rawValue) beside that for \(key.rawValue)",
          header: header)
      }
    }
    if !named.contains(where: { $0.key == .weight }) {
      possibleWeight = name(of: .weight)
      positions[.weight] = nil
    }
    findTimes(plain, named: named.map(\.key))
    findParts(plain, named: named.filter { !$0.name.isEmpty }.map(\.key))
    dropHalfPairs(named: named.map(\.key))
  }

  /// Checks that the columns which are read have their names to themselves.
  ///
  /// Nobody can tell which of two columns of one name is meant. Where neither is read it does not
  /// matter, so this is asked only once it is known what is.
  ///
  /// - Parameters:
  ///   - positions: The positions of the columns that are read.
  ///   - path: The file's name, for messages.
  /// - Throws: ``IncidentError/repeatedColumn(path:name:)``.
  package func requireUnique(_ positions: [Int], path: String) throws(IncidentError) {
    for name in positions.map({ header[$0] }) where !name.isEmpty {
      if header.count(where: { $0 == name }) > 1 { throw .repeatedColumn(path: path, name: name) }
    }
  }

  /// The position of the column for a key.
  package subscript(key: ColumnKey) -> Int? { positions[key] }

  /// The header's name of the column for a key.
  package func name(of key: ColumnKey) -> String? { positions[key].map { header[$0] } }

  /// What the coordinates are; `nil` if there are none.
  package var coordinateKind: CoordinateKind? {
    if positions[.longitude] != nil && positions[.latitude] != nil { return .geographic }
    return positions[.easting] != nil && positions[.northing] != nil ? .projected : nil
  }

  /// Takes the columns of easting and northing for longitude and latitude.
  mutating func takeAsDegrees() {
    (positions[.longitude], positions[.latitude]) = (positions[.easting], positions[.northing])
    (positions[.easting], positions[.northing]) = (nil, nil)
    areDegreesByValue = true
  }

  /// The columns of the x and the y coordinate.
  package var coordinates: (x: Int, y: Int)? {
    switch coordinateKind {
    case .geographic: positions[.longitude].flatMap { x in positions[.latitude].map { (x, $0) } }
    case .projected: positions[.easting].flatMap { x in positions[.northing].map { (x, $0) } }
    case nil: nil
    }
  }

  /// The column that tells when, and whether it tells only the month.
  package var time: (start: Int, isMonth: Bool)? {
    if let parts { return (parts.year, parts.day == nil) }
    return positions[.start].map { ($0, false) } ?? positions[.month].map { ($0, true) }
  }

  /// Whether the date is spread over several columns.
  package var isDateInParts: Bool { parts != nil }

  /// The columns over which the date is spread; `nil` if it has one of its own.
  var parts: DateParts? {
    guard positions[.start] == nil, let year = positions[.year], let month = positions[.month]
    else { return nil }
    return DateParts(
      year: year, month: month, day: positions[.day], hour: positions[.hour],
      minute: positions[.minute])
  }

  /// Finds the column that a key names: that which the user named for the key, a column of this
  /// very name, that which serves for the key, or one of this name without case, blanks and
  /// punctuation.
  ///
  /// - Parameters:
  ///   - text: A key such as `id`, or the name of a column.
  ///   - isNamed: Whether the user named the column of this key.
  /// - Returns: The position; nil where there is none.
  package func position(of text: String, isNamed: Bool) -> Int? {
    let served = ColumnKey(rawValue: text).flatMap { positions[$0] }
    if isNamed, let served { return served }
    let plain = Self.plain(text)
    return header.firstIndex(of: text) ?? served
      ?? (plain.isEmpty ? nil : header.firstIndex { Self.plain($0) == plain })
  }

  /// What was chosen, in words: `longitude 'Longitude', latitude 'Latitude', category 'Crime
  /// type'`.
  package var summary: String {
    ColumnKey.allCases.compactMap { key in name(of: key).map { "\(key.rawValue) '\($0)'" } }
      .joined(separator: ", ")
  }

  /// Finds the time columns that belong to the dates, where the user named none.
  private mutating func findTimes(_ plain: [String], named: [ColumnKey]) {
    for (date, time, names) in ColumnKey.timeColumns where !named.contains(time) {
      guard let column = positions[date] else { continue }
      positions[time] =
        names.lazy.filter { $0.1.contains(plain[column]) }
        .compactMap { plain.firstIndex(of: $0.0) }.first
    }
  }

  /// Finds the columns over which a date is spread, unless there is one of the whole date.
  ///
  /// A month that has a year beside it is part of a date, and tells nothing where there is another.
  private mutating func findParts(_ plain: [String], named: [ColumnKey]) {
    let keys: [ColumnKey] = [.year, .month, .day, .hour, .minute]
    if named.contains(.year) {
      if !named.contains(.start) { positions[.start] = nil }
      return
    }
    let sets = ColumnKey.partColumns.map { set in
      set.compactMap { key, names in
        names.lazy.compactMap { plain.firstIndex(of: $0) }.first.map { (key, $0) }
      }
    }
    let found = sets.first { set in
      set.contains { $0.0 == .year } && set.contains { $0.0 == .month }
    }
    guard let found, !named.contains(where: keys.contains) else { return }
    if positions[.start] != nil {
      if found.contains(where: { $0.0 == .month && $0.1 == positions[.month] }) {
        positions[.month] = nil
      }
      return
    }
    for (key, position) in found { positions[key] = position }
    if positions[.day] == nil { positions[.hour] = nil }
    if positions[.hour] == nil { positions[.minute] = nil }
  }

  /// Each coordinate with the one that it needs.
  private static let partners: [(ColumnKey, ColumnKey)] = [
    (.longitude, .latitude), (.latitude, .longitude), (.easting, .northing), (.northing, .easting),
  ]

  /// Leaves out an x without its y, and the pair that is not used.
  private mutating func dropHalfPairs(named: [ColumnKey]) {
    for (x, y) in [(ColumnKey.longitude, ColumnKey.latitude), (.easting, .northing)]
    where positions[x] == nil || positions[y] == nil {
      positions[x] = nil
      positions[y] = nil
    }
    if positions[.longitude] != nil && positions[.easting] != nil {
      let wantsProjected =
        named.contains(.easting) && !named.contains(.longitude)
      for key in wantsProjected ? [ColumnKey.longitude, .latitude] : [.easting, .northing] {
        positions[key] = nil
      }
    }
    for (date, time) in [(ColumnKey.start, ColumnKey.startTime), (.end, .endTime)]
    where positions[date] == nil {
      positions[time] = nil
    }
  }

  private static func plain(_ name: String) -> String {
    String(
      name.lowercased().unicodeScalars.filter {
        $0.properties.isAlphabetic || ("0"..."9").contains($0)
      })
  }
}
