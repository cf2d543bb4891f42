import Cartography
import Tables

/// What became of every row that was read, as a page tells it: the sums, the reasons, the first
/// rejected rows and the warnings.
struct RowAccounts {
  /// The sums with the words for what they are of.
  let accounts: [(name: String, reconciliation: Reconciliation)]
  /// What the sums are of: `Layer`.
  let heading: String
  /// The reasons why rows are not counted, in words, by the names that reconciliations have.
  let rowReasons: [String: String]
  let rejectedExamples: [String]
  let warnings: [String]

  private static let classes: [(String, @Sendable (Reconciliation) -> Int)] = [
    ("Read", { $0.read }), ("Rejected", { $0.rejectedCount }), ("Filtered", { $0.filteredCount }),
    ("Without coordinates", { $0.withoutCoordinatesCount }), ("Outside", { $0.outsideCount }),
    ("Assigned", { $0.assigned }),
  ]

  /// Writes the tables and lists that have something to tell.
  func write(to page: inout HTMLWriter) {
    HTMLTable(
      identifier: "rows", caption: "What became of each row",
      columns: [.init(heading: heading)]
        + Self.classes.map { .init(heading: $0.0, isNumeric: true) },
      rows: accounts.map { account in
        HTMLTable.Row(
          cells: [.init(account.name)]
            + Self.classes.map { .init(NumberWords.grouped($0.1(account.reconciliation))) })
      }, isSortable: false
    ).write(to: &page)
    writeReasons(to: &page)
    list("First rejected rows", rejectedExamples, to: &page)
    list("Warnings", warnings, to: &page)
  }

  private func writeReasons(to page: inout HTMLWriter) {
    let words = ReasonWords(rowReasons: rowReasons)
    let groups = accounts.map { words.rows(of: $0.reconciliation) }
    var order: [String] = []
    for name in groups.joined().map(\.words) where !order.contains(name) { order.append(name) }
    guard !order.isEmpty else { return }
    HTMLTable(
      identifier: "reasons", caption: "Reasons, and details of assigned rows",
      columns: [.init(heading: "Reason")]
        + accounts.map { .init(heading: $0.name, isNumeric: true) },
      rows: order.map { words in
        HTMLTable.Row(
          cells: [.init(words)]
            + groups.map { rows in
              .init(NumberWords.grouped(rows.first { $0.words == words }?.count ?? 0))
            })
      }, isSortable: false
    ).write(to: &page)
  }

  private func list(_ heading: String, _ items: [String], to page: inout HTMLWriter) {
    guard !items.isEmpty else { return }
    page.element("h3", [:], heading)
    page.open("ul")
    for item in items { page.element("li", [:], item) }
    page.close("ul")
  }
}
