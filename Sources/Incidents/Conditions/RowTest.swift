import Names

/// A condition made ready for the rows of one file.
package struct RowTest: Sendable {
  /// The columns that it looks at, as positions in the header.
  let columns: [Int]
  private let root: Node

  /// Finds a condition's columns in the header of a file.
  ///
  /// A name is that of a column of the file, in any letter case; where the file has none of that
  /// name, it may be what a column serves for: `category`, `location`, `id`, `start`, ...
  ///
  /// - Parameters:
  ///   - condition: What rows must say.
  ///   - columns: The file's columns.
  ///   - path: The file's name, for messages.
  /// - Throws: ``ConditionError/unknownColumn(path:name:near:header:)``,
  ///   ``ConditionError/repeatedColumn(path:name:)``.
  package init(
    _ condition: Condition, columns: IncidentColumns, path: String
  ) throws(ConditionError) {
    var used: [Int] = []
    root = try Node(condition) { (name) throws(ConditionError) in
      let column = try Self.column(name, columns, path: path)
      used.append(column)
      return column
    }
    self.columns = used
  }

  /// Returns whether a row is as asked.
  @inline(__always)
  func admits(_ row: Int, of fields: RowFields) -> Bool { root.admits(row, of: fields) }

  private static func column(
    _ name: Condition.Name, _ columns: IncidentColumns, path: String
  ) throws(ConditionError) -> Int {
    let header = columns.header
    let exact = header.indices.filter { header[$0] == name.text }
    let wanted = name.text.lowercased()
    let matches =
      exact.isEmpty ? header.indices.filter { header[$0].lowercased() == wanted } : exact
    if matches.count > 1 { throw .repeatedColumn(path: path, name: name.text) }
    if let column = matches.first ?? ColumnKey(rawValue: wanted).flatMap({ columns[$0] }) {
      return column
    }
    throw .unknownColumn(
      path: path, name: name.text, near: Suggestion.closest(to: name.text, among: header),
      header: header)
  }
}

/// A part of a condition with its columns found and its values made ready.
private indirect enum Node: Sendable {
  case text(Int, Condition.Comparison, FoldedText)
  case number(Int, Condition.Comparison, Double)
  case isOne(Int, texts: [FoldedText], numbers: [Double])
  case like(Int, [FoldedText])
  case isEmpty(Int)
  case not(Node)
  case all([Node])
  case any([Node])

  init(
    _ condition: Condition, column: (Condition.Name) throws(ConditionError) -> Int
  ) throws(ConditionError) {
    switch condition {
    case .compare(let name, let comparison, .text(let text)):
      self = .text(try column(name), comparison, FoldedText(text.trimmed))
    case .compare(let name, let comparison, .number(let number)):
      self = .number(try column(name), comparison, number)
    case .isOne(let name, of: let values):
      var (texts, numbers): ([FoldedText], [Double]) = ([], [])
      for value in values {
        switch value {
        case .text(let text): texts.append(FoldedText(text.trimmed))
        case .number(let number): numbers.append(number)
        }
      }
      self = .isOne(try column(name), texts: texts, numbers: numbers)
    case .like(let name, let pattern):
      let parts = pattern.split(separator: "%", omittingEmptySubsequences: false)
      self = .like(try column(name), parts.map { FoldedText(String($0)) })
    case .isEmpty(let name): self = .isEmpty(try column(name))
    case .not(let inner): self = .not(try Node(inner, column: column))
    case .all(let parts):
      self = .all(
        try parts.map { (part) throws(ConditionError) in try Node(part, column: column) })
    case .any(let parts):
      self = .any(
        try parts.map { (part) throws(ConditionError) in try Node(part, column: column) })
    }
  }

  func admits(_ row: Int, of fields: RowFields) -> Bool {
    switch self {
    case .text(let column, let comparison, let text):
      comparison.holds(unsafe text.order(of: fields.field(column, ofRow: row)))
    case .number(let column, let comparison, let number):
      unsafe comparison.holds(
        decimalNumber(in: QuotedText.unquoted(fields.field(column, ofRow: row))), number)
    case .isOne(let column, let texts, let numbers):
      isOne(column, texts, numbers, row, fields)
    case .like(let column, let parts):
      unsafe FoldedText.isLike(fields.field(column, ofRow: row), parts)
    case .isEmpty(let column):
      unsafe QuotedText.unquoted(fields.field(column, ofRow: row)).allSatisfy { $0 <= 0x20 }
    case .not(let inner): !inner.admits(row, of: fields)
    case .all(let parts): parts.allSatisfy { $0.admits(row, of: fields) }
    case .any(let parts): parts.contains { $0.admits(row, of: fields) }
    }
  }

  private func isOne(
    _ column: Int, _ texts: [FoldedText], _ numbers: [Double], _ row: Int, _ fields: RowFields
  ) -> Bool {
    let field = unsafe fields.field(column, ofRow: row)
    if texts.contains(where: { unsafe $0.order(of: field) == 0 }) { return true }
    if numbers.isEmpty { return false }
    let number = unsafe decimalNumber(in: QuotedText.unquoted(field))
    return numbers.contains(number)
  }
}

extension Condition.Comparison {
  /// Returns whether an order, negative for before, is as asked.
  @inline(__always)
  fileprivate func holds(_ order: Int) -> Bool {
    switch self {
    case .equal: order == 0
    case .different: order != 0
    case .less: order < 0
    case .lessOrEqual: order <= 0
    case .greater: order > 0
    case .greaterOrEqual: order >= 0
    }
  }

  /// Returns whether two numbers are as asked; never where the field is not a number.
  @inline(__always)
  fileprivate func holds(_ field: Double, _ value: Double) -> Bool {
    if field.isNaN { return false }
    return holds(field < value ? -1 : field > value ? 1 : 0)
  }
}
