import Assignment
import Geometry
import Incidents

/// What one worker found in a file's rows; adds up over workers in any order.
struct IncidentFindings: Sendable {
  /// The rows that were not rejected.
  var rows = 0
  /// The rows with coordinates.
  var placed = 0
  /// How the text is encoded.
  var textKind = TextKind.ascii
  /// The rectangle around the coordinates as in the file.
  var box = Box.empty
  /// The rows of each category, by the worker's numbers.
  var categories: [Int] = []
  /// The references.
  var ids = HashCount()
  /// The rows whose reference is blank.
  var blankIds = 0
  /// The different places.
  var places = HashCount()
  /// The dates.
  var times = TimeFindings()

  /// Adds what another worker found, categories aside: their numbers differ.
  mutating func merge(_ other: IncidentFindings) {
    rows += other.rows
    placed += other.placed
    textKind = max(textKind, other.textKind)
    box.formUnion(other.box)
    ids.merge(other.ids)
    blankIds += other.blankIds
    places.merge(other.places)
    times.merge(other.times)
  }
}

/// Looks at every row of a file, and places those with coordinates where there are boundaries.
struct IncidentExaminer: IncidentConsumer {
  /// What a worker brings back.
  struct Result: Sendable {
    var findings: IncidentFindings
    var placement: AssignmentWorker<AgreementCounter>.Result?
  }

  private let resolver: WindowResolver
  /// Which of the hashed columns is the reference.
  private let idColumn: Int?
  private var findings = IncidentFindings()
  private var placement: AssignmentWorker<AgreementCounter>?

  /// Creates an examiner for one worker.
  ///
  /// - Parameters:
  ///   - resolver: Turns starts and ends into windows.
  ///   - idColumn: The place of the reference among the hashed columns.
  ///   - placement: Places incidents in the layers; absent where there are none.
  init(
    resolver: WindowResolver, idColumn: Int?, placement: AssignmentWorker<AgreementCounter>?
  ) {
    self.resolver = resolver
    self.idColumn = idColumn
    self.placement = placement
  }

  /// Takes a batch that still holds the incidents without coordinates.
  mutating func consume(_ table: inout IncidentTable) {
    findings.rows += table.count
    findings.textKind = max(findings.textKind, table.textKind)
    for category in table.category.lazy.map(Int.init) {
      while category >= findings.categories.count { findings.categories.append(0) }
      findings.categories[category] += 1
    }
    for row in table.start.indices {
      findings.times.add(
        start: table.start[row], end: row < table.end.count ? table.end[row] : ParsedTime(.absent),
        resolver: resolver)
    }
    if let idColumn {
      for number in table.hashes[idColumn] {
        if number == FieldHash.blank { findings.blankIds += 1 } else { findings.ids.add(number) }
      }
    }
    if table.x.isEmpty { return }
    table.removeUnplaced()
    findings.placed += table.count
    for (x, y) in zip(table.x, table.y) {
      findings.box.formUnion(x: x, y: y)
      findings.places.add(FieldHash.number(x: x, y: y))
    }
    placement?.consume(&table)
  }

  /// Returns what was found.
  func finish() -> Result { Result(findings: findings, placement: placement?.finish()) }
}
