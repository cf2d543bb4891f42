import SampleBorough
import Testing

@Suite("Offences against persons of the made-up borough")
struct PeopleFileTests {
  private let rows: [[String: String]]

  init() {
    let samples = SharedSamples.folder
    let lines = PeopleFile.text(of: samples.incidents, in: samples.borough, seed: 7)
      .split(separator: "\n").map(Self.fields)
    rows = lines.dropFirst().map { line in
      Dictionary(uniqueKeysWithValues: zip(PeopleFile.columns, line))
    }
  }

  /// Splits a line of which fields may be quoted.
  private static func fields(_ line: Substring) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == "," && !isQuoted {
        fields.append("")
      } else {
        fields[fields.count - 1].append(character)
      }
    }
    return fields
  }

  @Test("they are incidents of the year, each once")
  func incidents() {
    let known = Set(SharedSamples.folder.incidents.map(\.identifier))
    let identifiers = rows.compactMap { $0["Crime ID"] }
    #expect((2_500...3_500).contains(identifiers.count))
    #expect(Set(identifiers).count == identifiers.count)
    #expect(known.isSuperset(of: identifiers))
  }

  @Test("people are references, and nobody is both victim and suspect")
  func references() {
    let victims = Set(rows.compactMap { $0["Victim"] }).subtracting([""])
    let suspects = Set(rows.compactMap { $0["Suspect"] }).subtracting([""])
    #expect(victims.allSatisfy { $0.wholeMatch(of: /V\d{5}/) != nil })
    #expect(suspects.allSatisfy { $0.wholeMatch(of: /S\d{5}/) != nil })
    let numbers = Set(victims.map { $0.dropFirst() })
    #expect(numbers.isDisjoint(with: suspects.map { $0.dropFirst() }))
    // Some rows say nothing of the victim.
    let unrecorded = rows.count { $0["Victim"] == "" }
    #expect(unrecorded > 0 && unrecorded < rows.count / 20)
  }

  @Test("victims repeat about as in a real borough: 86.6, 10.7, 2.6, 0.1 and 0.1 percent")
  func bands() {
    var counts: [String: Int] = [:]
    for row in rows where row["Victim"] != "" { counts[row["Victim"] ?? "", default: 0] += 1 }
    func percent(_ band: ClosedRange<Int>) -> Double {
      100 * Double(counts.values.count { band.contains($0) }) / Double(counts.count)
    }
    #expect(abs(percent(1...1) - 86.6) < 2)
    #expect(abs(percent(2...2) - 10.7) < 2)
    #expect(abs(percent(3...5) - 2.6) < 0.5)
    #expect(abs(percent(6...9) - 0.1) < 0.1)
    #expect(abs(percent(10...99) - 0.1) < 0.1)
  }

  @Test("each victim has one home, in the borough, elsewhere or not recorded")
  func homes() {
    let wards = Set(SharedSamples.folder.borough.wards.map(\.name))
    var homes: [String: Set<String>] = [:]
    for row in rows where row["Victim"] != "" {
      homes[row["Victim"] ?? "", default: []].insert(row["Victim home ward"] ?? "")
    }
    #expect(homes.values.allSatisfy { $0.count == 1 })
    let all = homes.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    #expect(all == wards.union([PeopleFile.elsewhere, ""]))
  }
}
