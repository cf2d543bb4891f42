import Assignment
import Incidents

/// Looks at every row of a file, and assigns those with coordinates where there are boundaries.
struct IncidentExaminer: IncidentConsumer {
  /// The result of a worker.
  struct Result: Sendable {
    var found: RowInspection
    var assignment: AssignmentWorker<AgreementCounter>.Result?
  }

  private let resolver: WindowResolver
  /// Which of the hashed columns is the reference.
  private let idColumn: Int?
  private var found = RowInspection()
  private var assignment: AssignmentWorker<AgreementCounter>?

  /// Creates an examiner for one worker.
  ///
  /// - Parameters:
  ///   - resolver: Turns starts and ends into windows.
  ///   - idColumn: The place of the reference among the hashed columns.
  ///   - assignment: Assigns incidents to the layers; `nil` if there are none.
  init(
    resolver: WindowResolver, idColumn: Int?, assignment: AssignmentWorker<AgreementCounter>?
  ) {
    self.resolver = resolver
    self.idColumn = idColumn
    self.assignment = assignment
  }

  /// Takes a batch that still holds the incidents without coordinates.
  mutating func consume(_ table: inout IncidentTable) {
    found.rows += table.count
    found.textKind = max(found.textKind, table.textKind)
    for category in table.category.lazy.map(Int.init) {
      while category >= found.categories.count { found.categories.append(0) }
      found.categories[category] += 1
    }
    for row in table.start.indices {
      found.times.add(
        start: table.start[row], end: row < table.end.count ? table.end[row] : ParsedTime(.absent),
        resolver: resolver)
    }
    if let idColumn {
      for number in table.hashes[idColumn] {
        if number == FieldHash.blank { found.blankIds += 1 } else { found.ids.add(number) }
      }
    }
    if table.x.isEmpty { return }
    table.removeUnplaced()
    found.placed += table.count
    for (x, y) in zip(table.x, table.y) {
      found.box.formUnion(x: x, y: y)
      found.places.add(FieldHash.number(x: x, y: y))
    }
    assignment?.consume(&table)
  }

  /// Returns what was found.
  func finish() -> Result { Result(found: found, assignment: assignment?.finish()) }
}
