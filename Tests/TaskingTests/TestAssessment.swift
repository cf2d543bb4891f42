import Cartography
import Tables

@testable import Tasking

/// The contents of an assessment, as small or as large as a test needs them.
enum TestAssessment {
  /// A map of squares, drawn as pictures of the page are.
  static func map(_ count: Int = 6) throws -> [UInt8] {
    let pack = TestPack(counts: (0..<count).map { [$0 + 1] })
    var description = MapDescription(
      title: "", subtitle: "",
      value: MapValue(column: "incidents", label: "incidents", kind: .count))
    description.identifierPrefix = "map"
    let page = Page(widthInMillimetres: 182, heightInMillimetres: 136, margin: 6)
    return try AreaMap(of: try pack.table(), description: description, page: page).svg()
  }

  /// A table whose first column has names and whose others have numbers, with a total.
  static func table(
    rows: Int, columns: Int, name: String = "Ward", limit: Int = AssessmentTable.usualLimit
  ) -> AssessmentTable {
    AssessmentTable(
      caption: "Incidents of \(rows) areas",
      columns: [.init("Area")]
        + (1..<columns).map { .init("Violence and sexual offences \($0)", isNumeric: true) },
      rows: (1...rows).map { row in
        .init(
          [.init("\(name) \(row)")]
            + (1..<columns).map { .init("\(row * $0)", value: Double(row * $0)) })
      } + [.init([.init("Total")] + (1..<columns).map { _ in .init("123,456") }, isTotal: true)],
      limit: limit, file: "areas.csv")
  }

  /// One section of one row, and nothing that may be left out.
  static var smallest: AssessmentContents {
    var contents = AssessmentContents(title: "Assessment")
    contents.sections = [
      AssessmentSection(
        identifier: "concentration", title: "Concentration", tables: [table(rows: 1, columns: 2)])
    ]
    return contents
  }

  /// Eleven sections with long names, tables of 400 rows and of 30 columns, and many figures.
  static func largest() throws -> AssessmentContents {
    let picture = try map()
    var contents = AssessmentContents(title: "Strategic assessment")
    contents.place = "The Royal Borough of Kingston-upon-Marlow and Saint Éloi's-with-Candlemarket"
    contents.period = "January 2024 to December 2025"
    contents.marking = "OFFICIAL-SENSITIVE"
    contents.data = "Incidents of two years"
    contents.credits = ["Contains OS data © Crown copyright and database right 2026"]
    contents.sections = (1...11).map { number in
      AssessmentSection(
        identifier: "part-\(number)",
        title: number == 4
          ? "The fourth analysis, with a heading that goes on for longer than a line of it has room"
          : "Analysis of the kind numbered \(number)",
        sentences: (1...number).map {
          "Sentence \($0) says that three of 128 areas hold 40.7% of 19,584 incidents."
        },
        figures: (0..<(number == 3 ? 8 : 1)).map {
          .init(svg: picture, title: "Incidents, \($0)", caption: "Darker is more.", file: "a.svg")
        },
        tables: number == 2
          ? [table(rows: 400, columns: 6, name: "The Ward of Saint Éloi's and", limit: 400)]
          : number == 6
            ? [table(rows: 40, columns: 30, name: "The Ward of Saint Éloi's and Candlemarket")]
            : [table(rows: 12 + number, columns: number + 2)],
        method: ["How it was found, in a sentence."], leftOut: ["Rows without coordinates."])
    }
    contents.summary = contents.sections.map { .init("It is so.", section: $0.identifier) }
    contents.absences = [.init("Repeats", "The rows name no person.")]
    contents.accounts = [
      AssessmentAccount(
        "Police",
        Reconciliation(
          layer: nil, read: 12, rejected: ["bad_date": 2], filtered: [:], withoutCoordinates: [:],
          outside: ["outside_areas": 3], assigned: 7))
    ]
    contents.choices = (1...60).map { PackChoice("Choice \($0)", "What was chosen, and why.") }
    contents.sources = [
      .init("Ratcliffe (2002).", address: "https://doi.org/10.1023/A:1013240828824")
    ]
    contents.files = (1...90).map { PackFile("tables/\($0).csv", "a table") }
    return contents
  }
}
