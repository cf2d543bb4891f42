import Foundation
import TestSupport
import Testing

@testable import Incidents

@Suite("Weights of categories")
struct CategoryWeightsTests {
  private let folder = TemporaryFolder()

  private func workbook(
    _ name: String = "w.xlsx", _ sheets: (name: String, rows: [[String]])...
  ) throws -> String {
    var book = RawWorkbook("")
    book.sheets = sheets.map { ($0.name, RawWorkbook.rows($0.rows), false) }
    try folder.write(book.bytes, to: name)
    return folder.path(name)
  }

  @Test("two columns are categories and values, whatever the case and punctuation")
  func twoColumns() throws {
    let path = try folder.file(
      "w.csv",
      """
      category,value
      Burglary,242.34
      Anti-social behaviour,0
      VEHICLE_CRIME, 5
      Drugs,
      Not recorded,2
      """)
    let weights = try CategoryWeights(path: path, name: "harm")
    #expect(weights.value(of: "burglary") == 242.34)
    #expect(weights.value(of: "anti-social-behaviour") == 0)
    #expect(weights.value(of: "Vehicle crime") == 5)
    #expect(weights.value(of: "Drugs") == nil)
    #expect(weights.value(of: "Robbery") == nil)
    #expect(weights.value(of: "") == 2)
    #expect(weights.match(of: "Burglary") == .name)
    #expect(weights.rowCount == 4)
    #expect(weights.unusedRows(for: ["Burglary", "burglary", "Robbery"]) == 3)
    #expect((weights.keyColumns, weights.valueColumn) == (["category"], "value"))
    #expect(weights.name == "harm")
  }

  @Test("columns are found by what they are called, else the only numbers are the values")
  func columns() throws {
    let days = try folder.file("days.csv", "crime_type,cchi_days\nRobbery,365.0\n")
    #expect(try CategoryWeights(path: days).value(of: "Robbery") == 365)
    let cost = try folder.file(
      "cost.csv", "offence,gbp_2018,note\nRape,39360,\nArson,8420,a note\n")
    #expect(try CategoryWeights(path: cost).value(of: "arson") == 8420)
    let any = try folder.file("any.csv", "what;how much\nRobbery;3\nBurglary;2\n")
    #expect(try CategoryWeights(path: any).value(of: "Burglary") == 2)
  }

  @Test("several columns of numbers need a name")
  func severalNumbers() throws {
    let path = try folder.file(
      "w.csv", "offence_subgroup,n,median_days,mean_days\nHomicide,3,5475,3893.3\nArson,2,10,12\n")
    #expect(
      throws: CategoryWeightsError.noValueColumn(
        path: path, numbers: ["n", "median_days", "mean_days"],
        header: ["offence_subgroup", "n", "median_days", "mean_days"])
    ) { try CategoryWeights(path: path) }
    let weights = try CategoryWeights(path: path, valueColumn: "Median_Days")
    #expect(weights.value(of: "Homicide") == 5475)
    #expect(
      throws: CategoryWeightsError.noSuchColumn(
        path: path, name: "days", header: ["offence_subgroup", "n", "median_days", "mean_days"])
    ) { try CategoryWeights(path: path, valueColumn: "days") }
  }

  @Test("the harm index's workbook is keyed by title and by code, with and without zeros")
  func harmIndex() throws {
    let path = try workbook(
      "w.xlsx",
      ("Read me", [["A made-up index"], ["Read this"]]),
      (
        "CCHI 2026 values sheet",
        [
          ["HO_CODE", "HO_SUB_CODE", "OFFENCE_GROUP", "FULL_OFFENCE_TITLE", "CCHI Score"],
          ["001", "00", "Violence", "Murder", "5475"],
          ["008", "06", "Violence", "Wounding", "1460"],
          ["008", "01", "Violence", "Assault, minor", "10"],
          ["034", "01", "Robbery", "Robbery", "365"],
          ["034", "02", "Robbery", "Robbery of business", "365"],
          ["8N", "1", "Violence", "Attempt", "20"],
          ["9", "1", "Violence", "Attempt", "30"],
        ]
      ))
    let weights = try CategoryWeights(path: path)
    #expect(weights.path == "\(path):CCHI 2026 values sheet")
    #expect(weights.keyColumns == ["FULL_OFFENCE_TITLE", "HO_CODE", "HO_SUB_CODE"])
    #expect(weights.value(of: "MURDER") == 5475)
    #expect(weights.value(of: "Assault - minor") == 10)
    for code in ["1/0", "001/00", "1-00", "00100"] {
      #expect(weights.value(of: code) == 5475, "\(code)")
      #expect(weights.match(of: code) == .code)
    }
    #expect(weights.value(of: "00806") == 1460)
    #expect(weights.value(of: "8n/01") == 20)
    // A class whose offences have one value has it; one whose offences differ has none.
    #expect(weights.value(of: "34") == 365)
    #expect(weights.value(of: "8") == nil)
    #expect(weights.isAmbiguous("008"))
    #expect(weights.value(of: "Attempt") == nil)
    #expect(weights.isAmbiguous("Attempt"))
    #expect(!weights.isAmbiguous("Arson"))
  }

  @Test("titles above the header and notes below the table are not read")
  func severityScore() throws {
    let rows = [
      ["Crime severity score: made-up weights"], [], ["Offence", "Offence code", "Weight"],
      ["Homicide", "1", "7979"], ["Assault with injury", "8N", "184"],
      ["Notes"], ["1. These are not the published weights."],
    ]
    let path = try workbook("w.xlsx", ("Weights", rows))
    for weights in [
      try CategoryWeights(path: path),
      try CategoryWeights(
        path: folder.file("w.csv", rows.map { $0.joined(separator: ",") }.joined(separator: "\n"))),
    ] {
      #expect(weights.rowCount == 2)
      #expect(weights.value(of: "homicide") == 7979)
      #expect(weights.value(of: "1") == 7979)
      #expect(weights.value(of: "008N") == 184)
    }
  }

  @Test("codes alone may be a column of categories")
  func codes() throws {
    let path = try folder.file("w.csv", "category,value\n001,5\n008,3\n")
    let weights = try CategoryWeights(path: path)
    #expect(weights.value(of: "1") == 5)
    #expect(weights.value(of: "008") == 3)
    #expect(weights.value(of: "8/0") == nil)
  }

  @Test("a category with two values is refused with both rows; the same value twice is not")
  func twoValues() throws {
    let path = try folder.file(
      "w.csv", "Weights of March\ncategory,value\nBurglary,2\nRobbery,7\nburglary,2\nROBBERY,8.5\n")
    let error = #expect(throws: CategoryWeightsError.self) { try CategoryWeights(path: path) }
    #expect(
      error?.description
        == "cannot read '\(path)': 'ROBBERY' has the value 7 in line 4 and 8.5 in line 6, one for "
        + "each category is allowed")
    let book = try workbook(
      "w.xlsx", ("S", [["title"], ["offence code", "score"], ["1", "2"], ["001", "3"]]))
    #expect(
      throws: CategoryWeightsError.twoValues(
        path: "\(book):S", category: "1", first: .init(row: "row 3", value: 2),
        second: .init(row: "row 4", value: 3))
    ) { try CategoryWeights(path: book) }
  }

  @Test(
    "values are finite numbers from nought",
    arguments: ["-1", "1e400", "inf", "12 days", "£5", "2000000000", "0x1p3"])
  func badValues(_ text: String) throws {
    let path = try folder.file("w.csv", "category,value\nBurglary,2\n\nRobbery,\(text)\n")
    #expect(
      throws: CategoryWeightsError.badValue(
        path: path, row: "line 4", category: "Robbery", text: text)
    ) { try CategoryWeights(path: path) }
  }

  @Test("a table without categories or values is refused")
  func unusable() throws {
    let header = ["a", "b", "c"]
    let path = try folder.file("w.csv", "a,b,c\nx,y,1\nz,w,2\n")
    #expect(throws: CategoryWeightsError.noKeyColumn(path: path, header: header)) {
      try CategoryWeights(path: path)
    }
    let empty = try folder.file("e.csv", "category,value\nRobbery,\n")
    #expect(throws: CategoryWeightsError.noValue(path: empty, key: "category", value: "value")) {
      try CategoryWeights(path: empty)
    }
    #expect(throws: IncidentError.noSuchFile(path: folder.path("none.csv"))) {
      try CategoryWeights(path: folder.path("none.csv"))
    }
  }

  @Test(
    "tables derived from the Cambridge index are read",
    .enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absence)))
  func realTables() throws {
    let folder = "realdata/weights/harm-days-by"
    let police = try CategoryWeights(path: SharedData.path("\(folder)-police-category.csv"))
    #expect(police.value(of: "violent-crime") == 200.69)
    #expect(police.value(of: "Anti-social behaviour") == nil)
    #expect(police.rowCount == 13)
    let groups = try CategoryWeights(
      path: SharedData.path("\(folder)-offence-subgroup.csv"), valueColumn: "median_days")
    #expect(groups.value(of: "Homicide") == 5475)
  }
}
