import Tables
import Testing

@testable import WorkbookWriting

@Suite("Forms of cells")
struct CellFormTests {
  @Test(
    "the name and the values of a column tell how it is shown",
    arguments: [
      (Column("incidents", .integers([1])), CellForm.whole),
      (Column("rank", .integers([1])), .number),
      (Column("category_1_share", .reals([0.5])), .percentage),
      (Column("share_of_cost", .reals([0.5])), .percentage),
      (Column("percent", .reals([-0.5])), .percentage),
      (Column("p_adjusted", .reals([0])), .decimal(4)),
      (Column("per_km2", .reals([1234.5])), .decimal(1)), (Column("z", .reals([2.5])), .decimal(2)),
      (Column("per_day", .reals([0.25, nil])), .decimal(4)),
      (Column("Mon", .reals([3, 4])), .whole),
      (Column("peak_x", .reals([530_000.5])), .coordinate(1)),
      (Column("x", .reals([-0.5])), .coordinate(6)), (Column("month", .text(["2025-03"])), .month),
      // A code may look like a month.
      (Column("code", .text(["2025-03"])), .text), (Column("day", .text(["2025-03-01"])), .date),
      (Column("day", .text(["2025-02-29"])), .text),
      (Column("day", .text(["2025-03-01", "?"])), .text),
      (Column("name", .text([nil])), .text), (Column("day", .text(["1900-02-28"])), .text),
    ])
  func choice(column: Column, form: CellForm) {
    #expect(CellForm(of: column) == form)
  }

  // As LibreOffice Calc and Excel show them with the format General.
  @Test(
    "days are counted as spreadsheets count them",
    arguments: [
      ("1900-03-01", 61.0), ("1970-01-01", 25_569), ("2000-02-29", 36_585), ("2024-12-31", 45_657),
      ("2025-01-01", 45_658), ("9999-12-31", 2_958_465),
    ])
  func serial(text: String, number: Double) {
    #expect(SerialDay.number(of: text, as: .date) == number)
  }
}
