import Testing

@testable import Incidents

@Suite("Table of a sheet")
struct SheetTableTests {
  private func table(
    _ rows: (Int, [Int])..., line: Int? = nil
  ) -> SheetTable? {
    let rows = rows.map { number, columns in
      SheetTable.Row(number: number, cells: columns.map { ($0, "name") })
    }
    return SheetTable(rows, HeaderRequest(line: line), ofIncidents: true)
  }

  @Test(
    "a header of no known names is the first row with more than half of the fullest row's cells")
  func titles() {
    #expect(
      table((1, [0]), (2, [0, 1]), (4, Array(0...6)), (5, [0, 2, 3]))
        == table((4, Array(0...6))))
    #expect(table((4, Array(0...6)))?.headerRow == 4)
    #expect(table((4, Array(2...6)))?.columns == 2...6)
    // A header that lacks some names.
    #expect(table((1, [0, 1, 2, 3]), (2, Array(0...6)))?.headerRow == 1)
    // A small table: a line of two words is no header of three.
    #expect(table((1, [0, 1]), (2, [0, 1, 2]))?.headerRow == 2)
    #expect(table((3, [0]), (4, [0]))?.headerRow == 3)
    #expect(table() == nil)
  }

  @Test("the row that was named is the header, whatever its shape")
  func named() {
    #expect(table((1, [0, 1]), (3, [1]), (4, [0, 1, 2]), line: 3)?.columns == 1...1)
    #expect(table((1, [0, 1]), (3, [1]), line: 2) == nil)
  }

  @Test("a row with names of coordinates is the header below others that are as full")
  func known() {
    let rows: [[String]] = [
      ["From", "01/02/2025", "To", "28/02/2025"], ["Place", "", "Offence", ""],
      ["Ref", "Easting", "Northing", "Type"], ["1", "530100", "180100", "Arson"],
    ]
    let table = SheetTable(
      rows.enumerated().map { number, texts in
        SheetTable.Row(
          number: number + 1,
          cells: texts.enumerated().filter { !$0.element.isEmpty }.map { ($0.offset, $0.element) })
      }, HeaderRequest(), ofIncidents: true)
    #expect(table?.headerRow == 3)
  }
}
