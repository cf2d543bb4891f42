import Names

/// Which columns of a table tell categories and what they count for.
struct WeightColumns {
  /// The column of names of categories.
  private(set) var name: Int?
  /// The column of codes, or of their classes.
  private(set) var code: Int?
  /// The column of the numbers inside classes.
  private(set) var subcode: Int?
  /// The column of values.
  private(set) var value: Int

  /// The columns that tell categories.
  var keys: [Int] { [name, code, subcode].compactMap(\.self) }

  private static let names = ranks([
    "full offence title",  // the Cambridge Crime Harm Index
    "offence (title|name|description|detail)",
    "(detailed|) offence",  // the Office for National Statistics
    "(incident|) category",
    "crime (type|category)",
    "(prc|) offence (subgroup|sub group|type|category|group)",
    "(incident|call|event) type",
    "primary type",
    "(crime|offense|type|description|title|name)",
  ])
  private static let codes = ranks([
    "(ho|home office) (offence|) code", "(offence|crime|) code",
  ])
  private static let subcodes = ranks(["(ho|home office|) (sub code|subcode|offence sub code)"])
  private static let values = ranks([
    "(cchi|harm|severity|) score", "(cchi|harm|severity|css|) (weight|weights|value)",
    "(cchi|harm) days",
    "(weighting|harm|severity|days)", "unit cost",
  ])

  /// Finds the columns by their names; `nil` if one is missing.
  ///
  /// - Parameters:
  ///   - header: The names of the columns.
  ///   - key: The name of the column of categories, if it was given.
  ///   - value: That of the column of values, if it was given.
  init?(header: [String], key: String?, value: String?) {
    self.value = -1
    find(key, in: header)
    guard !keys.isEmpty,
      let value = value.map({ Self.column(named: $0, in: header) })
        ?? Self.best(Self.values, in: header, except: keys)
    else { return nil }
    self.value = value
  }

  /// Finds the columns of a table by their names, else by what is in them.
  ///
  /// - Throws: ``CategoryWeightsError`` and ``IncidentError/repeatedColumn(path:name:)``.
  init(of table: DelimitedTable, key: String?, value: String?) throws {
    func column(_ name: String) throws -> Int {
      guard let column = try table.column(named: name) else {
        throw CategoryWeightsError.noSuchColumn(
          path: table.path, name: name, header: table.header)
      }
      return column
    }
    self.value = try value.map(column) ?? -1
    _ = try key.map(column)
    let header = table.header
    find(key, in: header)
    let numbers = header.indices.filter { column in
      !keys.contains(column) && column != self.value && Self.holdsNumbers(table, column)
    }
    if keys.isEmpty {
      // In a table of two columns one has the names.
      let others = header.indices.filter { !numbers.contains($0) && $0 != self.value }
      guard header.count == 2, others.count == 1 else {
        throw CategoryWeightsError.noKeyColumn(path: table.path, header: header)
      }
      name = others[0]
    }
    if self.value >= 0 { return }
    if let best = Self.best(Self.values, in: header, except: keys) {
      self.value = best
    } else if numbers.count == 1 {
      self.value = numbers[0]
    } else {
      throw CategoryWeightsError.noValueColumn(
        path: table.path, numbers: numbers.map { header[$0] }, header: header)
    }
  }

  private mutating func find(_ key: String?, in header: [String]) {
    if let key {
      // One column may hold names or codes.
      (name, code) = (Self.column(named: key, in: header), nil)
      if let name, Self.codes[NamePattern.plain(header[name])] != nil {
        (name: self.name, code) = (nil, name)
      }
      return
    }
    subcode = Self.best(Self.subcodes, in: header, except: [])
    code = Self.best(Self.codes, in: header, except: [subcode].compactMap(\.self))
    if code == nil { subcode = nil }
    name = Self.best(Self.names, in: header, except: keys)
  }

  private static func column(named name: String, in header: [String]) -> Int? {
    header.firstIndex(of: name)
      ?? header.firstIndex { $0.lowercased() == name.lowercased() }
  }

  private static func best(
    _ ranks: [String: Int], in header: [String], except taken: [Int]
  ) -> Int? {
    header.indices.filter { !taken.contains($0) }
      .compactMap { column in
        ranks[NamePattern.plain(header[column])].map { (rank: $0, column: column) }
      }
      .min { ($0.rank, $0.column) < ($1.rank, $1.column) }?.column
  }

  /// Returns whether most fields of a column that are not empty are numbers.
  private static func holdsNumbers(_ table: DelimitedTable, _ column: Int) -> Bool {
    let filled = table.rows.lazy.map { $0[column] }.filter { !$0.isEmpty }
    return filled.count { Double($0) != nil } * 2 > filled.count
  }

  private static func ranks(_ lines: [String]) -> [String: Int] {
    var ranks: [String: Int] = [:]
    for name in lines.lazy.flatMap(NamePattern.names) where ranks[name] == nil {
      ranks[name] = ranks.count
    }
    return ranks
  }
}
