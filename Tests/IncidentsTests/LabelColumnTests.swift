import Testing

@testable import Incidents

@Suite("Columns of labels")
struct LabelColumnTests {
  @Test("equal texts share a number, and texts that say nothing are one")
  func numbers() {
    let column = LabelColumn(["a", " a ", "\"a\"", "b", "", "N/A", "-", "A", "\"say \"\"a\"\"\""])
    let texts = column.numbers.map { column.names[Int($0)] }
    #expect(texts == ["a", "a", "a", "b", "", "", "", "A", "say \"a\""])
    #expect(Set(column.names).count == column.names.count)
  }

  @Test("many texts keep their numbers while the dictionary grows")
  func growth() {
    let texts = (0..<20_000).map { "text \($0 % 7000)" }
    let column = LabelColumn(texts)
    #expect(column.names.count == 7000)
    #expect(zip(column.numbers, texts).allSatisfy { column.names[Int($0)] == $1 })
  }

  @Test("beyond its limit a column tells that it is overfull")
  func limit() {
    var dictionary = LabelDictionary(limit: 3)
    for text in ["a", "b", "a", "c", "b"] {
      var text = text
      _ = text.withUTF8 { unsafe dictionary.number(of: $0) }
    }
    #expect(!dictionary.isOverfull)
    var more = "d"
    _ = more.withUTF8 { unsafe dictionary.number(of: $0) }
    #expect(dictionary.isOverfull && dictionary.names == ["a", "b", "c"])
  }
}
