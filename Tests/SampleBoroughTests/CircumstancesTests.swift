import Testing

@testable import SampleBorough

@Suite struct CircumstancesTests {
  let incidents = SharedSamples.folder.incidents

  @Test("the columns before are what they were without ages and flags, byte for byte")
  func others() {
    // FNV-1a, 64 bits, of the file of the same seed before the two columns were added.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for line in IncidentFileTests.lines.dropLast() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).dropLast(2)
      for byte in fields.joined(separator: ",").utf8 + [10] {
        hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
      }
    }
    #expect(hash == 0x69c0_35e6_0e59_877d)
  }

  @Test("rows written twice say the same both times")
  func repeated() {
    var seen: [String: Circumstances] = [:]
    var again = 0
    for incident in incidents {
      let circumstances = Circumstances(of: incident)
      if let before = seen.updateValue(circumstances, forKey: incident.identifier) {
        again += 1
        #expect(before == circumstances)
      }
    }
    #expect(again == 5)
  }

  @Test("offences without a victim have no age, and of the others 93 % have one, of 10 to 94 years")
  func ages() {
    let ages = incidents.map { ($0.offence, Circumstances(of: $0).victimAge) }
    let victimless: Set<Offence> = [
      .antiSocialBehaviour, .drugs, .otherCrime, .shoplifting, .weapons,
    ]
    #expect(ages.allSatisfy { !victimless.contains($0.0) || $0.1 == nil })
    #expect(ages.compactMap(\.1).allSatisfy { (10...94).contains($0) })
    // Each theft from the person has a victim who is a person.
    let persons = ages.filter { $0.0 == .theftFromThePerson }
    let share = Double(persons.count { $0.1 != nil }) / Double(persons.count)
    #expect(abs(share - 0.93) < 0.01)
  }

  @Test("violence is domestic in 29 of a hundred, and alcohol is three times likelier at night")
  func flags() {
    let violence = incidents.filter { $0.offence == .violence }
    func share(of flag: String, in incidents: [Incident]) -> Double {
      Double(incidents.count { Circumstances(of: $0).flags.contains(flag) })
        / Double(incidents.count)
    }
    #expect(abs(share(of: "domestic", in: violence) - 0.29) < 0.03)
    func isDay(_ incident: Incident) -> Bool {
      (6..<18).contains((incident.start ?? 0) % CivilCalendar.minutesPerDay / 60)
    }
    let (day, night) = (violence.filter(isDay), violence.filter { !isDay($0) })
    #expect(share(of: "alcohol", in: night) > 2 * share(of: "alcohol", in: day))
  }
}
