import Names
import Testing

@Suite("Names of columns and fields")
struct NamePatternTests {
  @Test(
    "case, blanks and punctuation do not tell names apart",
    arguments: ["Crime ID", "crime_id", "CrimeID", " CRIME-ID ", "crime.id"])
  func plain(name: String) {
    #expect(NamePattern.plain(name) == "crimeid")
  }

  @Test("letters of other alphabets are letters")
  func letters() {
    #expect(NamePattern.plain("Catégorie 2") == "catégorie2")
  }

  @Test(
    "a line stands for its alternatives, the first of them first",
    arguments: [
      ("crime id", ["crimeid"]),
      ("(crime|offence) no", ["crimeno", "offenceno"]),
      ("offence (code |)group", ["offencecodegroup", "offencegroup"]),
      ("(a|b) c (d|e)", ["acd", "ace", "bcd", "bce"]),
      ("catégorie", ["catégorie"]),
    ])
  func alternatives(line: String, names: [String]) {
    #expect(NamePattern.names(line) == names)
  }
}
