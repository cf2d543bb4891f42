import Testing

@testable import WorkbookWriting

@Suite("Names of sheets")
struct SheetNameTests {
  @Test(
    "a name is valid and as near to the wished one as can be",
    arguments: [
      ("areas", "areas"), ("a[b]:c*d?e/f\\g", "a-b--c-d-e-f-g"), ("'quoted'", "quoted"),
      ("", "Sheet"), ("History", "History (2)"),
      ("123456789012345678901234567890123", "1234567890123456789012345678901"),
      ("1234567890123456789012345678🚓🚓", "1234567890123456789012345678🚓"),
    ])
  func validity(wished: String, written: String) {
    #expect(SheetName.valid([wished]) == [written])
  }

  @Test("no two names differ in the case of letters only")
  func unlike() {
    #expect(
      SheetName.valid(["areas", "Areas", "AREAS", "areas (2)"])
        == ["areas", "Areas (2)", "AREAS (3)", "areas (2) (2)"])
    let long = String(repeating: "x", count: 40)
    #expect(
      SheetName.valid([long, long])
        == [String(repeating: "x", count: 31), String(repeating: "x", count: 27) + " (2)"])
  }
}
