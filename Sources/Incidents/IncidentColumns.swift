import Names

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
  package internal(set) var positions: [ColumnKey: Int]
  /// The name of a column that could hold weights, where the user named none: it is not used.
  package internal(set) var possibleWeight: String?
  /// Whether the columns of longitude and latitude are named as metres are, and hold degrees.
  package internal(set) var areDegreesByValue = false
  /// Whether one column holds whole positions, and what kind they are.
  var positionKind: CoordinateKind?

  /// What was passed over that might have served, and dates that are not those of the incidents, in
  /// words.
  package internal(set) var notes: [String] = []

  /// Takes columns that were found before.
  init(header: [String], found positions: [ColumnKey: Int]) {
    self.header = header
    self.positions = positions
  }

  /// Finds the columns of a file.
  ///
  /// Names are compared without case, blanks and punctuation; see ``KnownNames``,
  /// ``CoordinateNames`` and ``DateColumns``. Longitude and latitude are preferred to easting and
  /// northing. Where several columns could serve, the best-known name does unless the first rows
  /// have nothing in it, and of several columns with one name the first; see
  /// ``requireUnique(_:path:)``. Weights are used only where the user named their column.
  ///
  /// - Parameters:
  ///   - header: The names of the file's header.
  ///   - named: The columns that the user named, by key; an empty name means none.
  ///   - path: The file's name, for messages.
  ///   - samples: Returns the values of a column in the first rows, to choose between columns whose
  ///     names could serve; `nil` if they are not at hand.
  /// - Throws: ``IncidentError/unknownColumn(path:key:name:header:)``,
  ///   ``IncidentError/repeatedColumn(path:name:)`` for a named one,
  ///   ``IncidentError/missingColumns(path:needed:header:)`` for a named coordinate without the
  ///   other.
  package init(
    header: [String], named: [(key: ColumnKey, name: String)] = [], path: String,
    samples: ((Int) -> [String]?)? = nil
  ) throws(IncidentError) {
    self.header = header
    positions = [:]
    let plain = header.map(NamePattern.plain)
    var given: [ColumnKey: Int?] = [:]
    for (key, name) in named {
      if name.isEmpty {
        given[key] = .some(nil)
        continue
      }
      let exact = header.indices.filter { header[$0] == name }
      let matches =
        exact.isEmpty ? header.indices.filter { plain[$0] == NamePattern.plain(name) } : exact
      guard let position = matches.first else {
        throw .unknownColumn(path: path, key: key.rawValue, name: name, header: header)
      }
      if matches.count > 1 { throw .repeatedColumn(path: path, name: name) }
      given[key] = position
    }
    let samples = ColumnSamples(samples)
    findWords(plain, given, samples)
    for kind in [CoordinateKind.geographic, .projected] {
      let pair = CoordinateNames.pairs(kind, in: plain).first.map { ($0.x, $0.y) }
      (positions[kind.keys.x], positions[kind.keys.y]) =
        pair ?? CoordinateNames.singles(kind, in: plain)
    }
    for (key, position) in given { positions[key] = position }
    for (key, partner) in Self.partners where positions[partner] == nil {
      if given[key, default: nil] != nil {
        throw .missingColumns(
          path: path, needed: "one for \(partner.rawValue) beside that for \(key.rawValue)",
          header: header)
      }
    }
    if given[.weight] == nil {
      possibleWeight = name(of: .weight)
      positions[.weight] = nil
    }
    let dates = DateColumns(plain, named: given, samples: samples)
    takeDates(dates, given)
    findParts(
      plain, named: named.filter { !$0.name.isEmpty }.map(\.key),
      mayReplaceStart: given[.start] == nil && dates.tellsDaysOnly)
    dropMonth(given, samples)
    noteDates(dates, given)
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
    if let positionKind { return positionKind }
    if positions[.longitude] != nil && positions[.latitude] != nil { return .geographic }
    return positions[.easting] != nil && positions[.northing] != nil ? .projected : nil
  }

  /// Takes the columns of easting and northing for longitude and latitude.
  mutating func takeAsDegrees() {
    (positions[.longitude], positions[.latitude]) = (positions[.easting], positions[.northing])
    (positions[.easting], positions[.northing]) = (nil, nil)
    areDegreesByValue = true
  }

  /// Takes a column of whole positions for all coordinates.
  mutating func take(_ position: PositionColumn) {
    for key in [ColumnKey.longitude, .latitude, .easting, .northing, .latLon, .lonLat] {
      positions[key] = nil
    }
    positions[.position] = position.column
    if positions[.location] == position.column { leaveOutLocation() }
    positionKind = position.areDegrees ? .geographic : .projected
  }

  /// Takes the next column of names of places, because this one holds positions.
  mutating func leaveOutLocation() {
    let candidates = KnownNames.candidates(for: .location, in: header.map(NamePattern.plain))
    let rest = candidates.drop { $0 != positions[.location] }
    positions[.location] = rest.dropFirst().first
  }

  /// The column of positions that the user named, and the order of pairs where the key says it.
  var namedPosition: (column: Int, order: PositionColumn.Order?)? {
    if let column = positions[.position] { return (column, nil) }
    if let column = positions[.latLon] { return (column, .yFirst) }
    return positions[.lonLat].map { ($0, .xFirst) }
  }

  /// Whether the columns of easting and northing are called so, and not X and Y.
  var areCalledMetres: Bool {
    name(of: .easting).map { NamePattern.plain($0).contains("east") } ?? false
  }

  /// The columns that serve for nothing that a position cannot be.
  var mayHoldPositions: [Int] {
    let used = Set(positions.filter { $0.key != .location }.values)
    return header.indices.filter { !used.contains($0) }
  }

  /// The columns of the x and the y coordinate; `nil` if one column holds both.
  package var coordinates: (x: Int, y: Int)? {
    if positionKind != nil { return nil }
    return switch coordinateKind {
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
  /// - Returns: The position; `nil` if there is none.
  package func position(of text: String, isNamed: Bool) -> Int? {
    let served = ColumnKey(rawValue: text).flatMap { positions[$0] }
    if isNamed, let served { return served }
    let plain = NamePattern.plain(text)
    return header.firstIndex(of: text) ?? served
      ?? (plain.isEmpty ? nil : header.firstIndex { NamePattern.plain($0) == plain })
  }

  /// What was chosen, in words: `longitude 'Longitude', latitude 'Latitude', category 'Crime
  /// type'`.
  package var summary: String {
    ColumnKey.allCases.compactMap { key in name(of: key).map { "\(key.rawValue) '\($0)'" } }
      .joined(separator: ", ")
  }

  /// Finds the columns that are known by their whole names.
  private mutating func findWords(
    _ plain: [String], _ given: [ColumnKey: Int?], _ samples: ColumnSamples
  ) {
    for key in [ColumnKey.id, .category, .location, .month, .weight] where given[key] == nil {
      let candidates = KnownNames.candidates(for: key, in: plain)
      let usable = candidates.filter { position in
        guard candidates.count > 1 || key == .location, let sample = samples[position] else {
          return true
        }
        switch key {
        case .id: return !sample.isBlank && !sample.isConstant
        case .location: return !sample.isBlank && !sample.areNumbers
        default: return !sample.isBlank
        }
      }
      positions[key] =
        usable.first
        ?? candidates.first { key != .location || samples[$0]?.areNumbers != true }
      if key == .category, let chosen = usable.first, usable.count > 1 {
        let others = usable.dropFirst().prefix(3).map { "'\(header[$0])'" }
        notes.append("categories are those of '\(header[chosen])', not of \(others.alternatives)")
      }
    }
  }

  /// Takes the columns of dates that were found; those that the user named stay.
  private mutating func takeDates(_ dates: DateColumns, _ given: [ColumnKey: Int?]) {
    let found: [(ColumnKey, Int?)] = [
      (.start, dates.start), (.startTime, dates.startTime), (.end, dates.end),
      (.endTime, dates.endTime),
    ]
    for (key, position) in found where given[key] == nil { positions[key] = position }
  }

  /// Says which dates are not used, and that those which are may be later than the incidents.
  private mutating func noteDates(_ dates: DateColumns, _ given: [ColumnKey: Int?]) {
    guard given[.start] == nil, let start = positions[.start], start == dates.start else { return }
    if dates.subject == .record {
      notes.append(
        "'\(header[start])' tells when incidents were recorded, which may be long after they "
          + "happened")
    }
    if !dates.others.isEmpty {
      let others = dates.others.prefix(3).map { "'\(header[$0])'" }
      notes.append("dates are those of '\(header[start])', not of \(others.alternatives)")
    }
  }

  /// Leaves out a month beside another date, and one without a year.
  private mutating func dropMonth(_ given: [ColumnKey: Int?], _ samples: ColumnSamples) {
    guard given[.month] == nil, let month = positions[.month], positions[.year] == nil else {
      return
    }
    if positions[.start] != nil || samples[month]?.areMonthNumbers == true {
      positions[.month] = nil
    }
  }

  /// Finds the columns over which a date is spread, unless there is one of the whole date.
  ///
  /// A month that has a year beside it is part of a date, and tells nothing where there is another;
  /// but parts down to the hour, named as the incident's own (`OCC_HOUR`), tell more than a date that
  /// is a day.
  private mutating func findParts(
    _ plain: [String], named: [ColumnKey], mayReplaceStart: Bool
  ) {
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
      let tellsHours = found.contains { $0.0 == .day } && found.contains { $0.0 == .hour }
      let isOwn = found.contains { $0.0 == .year && plain[$0.1] != $0.0.rawValue }
      guard mayReplaceStart && tellsHours && isOwn else {
        if found.contains(where: { $0.0 == .month && $0.1 == positions[.month] }) {
          positions[.month] = nil
        }
        return
      }
      for key in [ColumnKey.start, .startTime, .end, .endTime] { positions[key] = nil }
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
}

extension IncidentColumns.CoordinateKind {
  /// The keys of the two columns.
  fileprivate var keys: (x: ColumnKey, y: ColumnKey) {
    self == .geographic ? (.longitude, .latitude) : (.easting, .northing)
  }
}

extension [String] {
  /// The texts as alternatives: `a, b or c`.
  fileprivate var alternatives: String {
    count < 2 ? joined() : dropLast().joined(separator: ", ") + " or " + self[count - 1]
  }
}
