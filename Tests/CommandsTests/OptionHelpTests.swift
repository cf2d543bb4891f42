import HotspotsKit
import Testing

@testable import Commands

@Suite("Options that mend what is found wrong")
struct OptionHelpTests {
  @Test("many categories are listed up to a dozen, the blank one by its name")
  func list() {
    let many = [""] + (1...20).map { "c\($0)" }
    let help = LikelyReason.unknownCategories(["zzzz"], known: many).help
    #expect(help.hasPrefix("the categories are 'not_recorded', 'c1', "))
    #expect(help.hasSuffix("'c11' and 9 more"))
  }

  @Test("a category that was probably meant is asked for before the list")
  func question() {
    let help = LikelyReason.unknownCategories(["Robery"], known: ["Burglary", "Robbery"]).help
    #expect(help == "did you mean 'Robbery'? the categories are 'Burglary', 'Robbery'")
    let finding = Finding.unknownCategory("Robery", known: ["Burglary", "Robbery"])
    #expect(finding.words == "no incident has the category 'Robery'; did you mean 'Robbery'?")
  }
}
