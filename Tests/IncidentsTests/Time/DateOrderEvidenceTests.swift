import Statistics
import Testing

@testable import Incidents

@Suite("Evidence of the order of day and month")
struct DateOrderEvidenceTests {
  /// Observes values in order.
  func observe(_ values: [String]) -> DateOrderEvidence {
    var evidence = DateOrderEvidence()
    for value in values {
      let bytes = Array(value.utf8)
      evidence.observe(bytes.span)
    }
    return evidence
  }

  @Test("dates that begin with the year need no order")
  func needsNone() throws {
    let evidence = observe([
      "2017-03-04", "4-Mar-2017", "42825.5", "2017-03", "", "x", "03/03/2017", "99/99/2017",
    ])
    #expect(evidence.state == .notNeeded)
    #expect(try evidence.settle(column: "From") == nil)
  }

  @Test("one row settles all the others")
  func settles() throws {
    #expect(
      try observe(["03/04/2017", "31/03/2017", "x"]).settle(column: "From") == .dayFirst)
    #expect(
      try observe(["03/04/2017 10:00", "", "3/31/2017 12:00"]).settle(column: "From")
        == .monthFirst)
  }

  @Test("a column that neither reading is refuted in is refused with both shown")
  func refusesAmbiguous() {
    let evidence = observe(["", "03/04/2017 10:00", "05/06/2017"])
    #expect(evidence.state == .open(example: "03/04/2017 10:00"))
    let error = #expect(throws: DateOrderError.self) { try evidence.settle(column: "From") }
    #expect(error == .ambiguous(column: "From", example: "03/04/2017 10:00"))
    #expect(
      error?.description == """
        cannot read the dates of column 'From': '03/04/2017 10:00' is 2017-04-03 with its day \
        first and 2017-03-04 with its month first, and no row rules either out
        """)
  }

  @Test("a column of both orders is refused with a row of each")
  func refusesMixed() {
    let evidence = observe(["31/03/2017", "30/03/2017", "03/30/2017"])
    let error = #expect(throws: DateOrderError.self) { try evidence.settle(column: "To") }
    #expect(error == .mixed(column: "To", dayFirst: "31/03/2017", monthFirst: "03/30/2017"))
    #expect(
      error?.description == """
        cannot read the dates of column 'To': '31/03/2017' can only have its day first and \
        '03/30/2017' only its month first, one order is allowed
        """)
  }

  @Test("a fraction of a serial number makes the whole ones midnights")
  func seesFractions() {
    #expect(!observe(["42825", "2017-03-31"]).hasSerialFraction)
    #expect(observe(["42825", "42825.25"]).hasSerialFraction)
  }

  @Test("evidence of blocks merged in order is the evidence of the whole", arguments: 0..<20)
  func mergesInOrder(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let texts = [
      "03/04/2017", "31/03/2017", "03/31/2017", "2017-03-04", "", "42825.5", "04/05/2018",
    ]
    // The seeds also give columns without one of the refuting rows.
    let kept = texts.filter { _ in generator.next() % 3 > 0 } + [""]
    let values = (0..<40).map { _ in kept[Int(generator.next() % UInt64(kept.count))] }
    let cuts = [0, 13, 13, 29, 40]
    let blocks = zip(cuts, cuts.dropFirst()).map { observe(Array(values[$0..<$1])) }
    var leftToRight = DateOrderEvidence()
    for block in blocks { leftToRight.merge(block) }
    #expect(leftToRight == observe(values))
    var rightFirst = blocks[2]
    rightFirst.merge(blocks[3])
    var rest = blocks[0]
    rest.merge(blocks[1])
    rest.merge(rightFirst)
    #expect(rest == leftToRight)
  }
}
