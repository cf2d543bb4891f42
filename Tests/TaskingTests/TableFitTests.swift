import Testing

@testable import Tasking

@Suite("How tables find room on a sheet")
struct TableFitTests {
  @Test(
    "few columns fit as they are, more in smaller type, then on sheets that lie",
    // "offences" in bold DejaVu Sans is 4.813 of its size wide, the first column 3.602: 40.9 and 30.6
    // points at 8.5, each with 12 points of room; 33.7 and 25.2 at 7 with 7. Sheets are 515.9 and 762.5 wide.
    arguments: [
      (2, ["unbroken"]), (9, ["unbroken"]), (10, ["dense", "unbroken"]),
      (12, ["dense", "unbroken"]), (13, ["wide", "unbroken"]), (14, ["wide", "unbroken"]),
      (15, ["wide", "dense", "unbroken"]), (18, ["wide", "dense", "unbroken"]),
      (19, ["wide", "dense"]),
    ])
  func columns(count: Int, marks: [String]) {
    let table = TestAssessment.table(rows: 3, columns: count)
    #expect(TableFit(table, rows: table.rows).marks == marks)
  }

  @Test("names that leave no room for the numbers are broken")
  func names() {
    let table = TestAssessment.table(
      rows: 3, columns: 7, name: "The Ward of Saint Éloi's and Candlemarket beyond the river")
    #expect(!TableFit(table, rows: table.rows).marks.contains("unbroken"))
  }
}
