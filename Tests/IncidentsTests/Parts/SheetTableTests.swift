import Testing

@testable import Incidents

@Suite("Table of a sheet")
struct SheetTableTests {
  private func table(_ rows: (Int, [Int])...) -> SheetTable? {
    SheetTable(rows.map { (number: $0.0, columns: $0.1) })
  }

  @Test("the header is the first row with more than half of the fullest row's cells")
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
}
