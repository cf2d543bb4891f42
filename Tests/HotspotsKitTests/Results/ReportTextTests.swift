import Testing

@testable import HotspotsKit

@Suite("Reports for people")
struct ReportTextTests {
  @Test("values stand under each other and are wrapped, long labels have their own line")
  func rows() {
    var report = ReportText(width: 40)
    report.heading("Incidents: a.csv")
    report.row("rows", "20,000")
    report.row("columns", "one two three four five")
    report.row("a label that is too long", "value")
    report.heading("Next")
    #expect(
      report.text == """
        Incidents: a.csv
          rows                20,000
          columns             one two three four
                              five
          a label that is too long
                              value

        Next
        """)
  }

  @Test("numbers of a table end under each other, sentences of a list hang")
  func tables() {
    var report = ReportText(width: 24)
    report.table([["Theft", "1,234", "9.0%"], ["Robbery", "2", "<0.1%"]])
    report.list("worth knowing", ["one two three four five"])
    report.list("nothing", [])
    #expect(
      report.text == """
            Theft    1,234   9.0%
            Robbery      2  <0.1%
          worth knowing
            - one two three four
              five
        """)
  }
}
