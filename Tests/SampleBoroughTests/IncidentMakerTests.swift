import Geometry
import SampleBorough
import Testing

@Suite struct IncidentMakerTests {
  let samples = SharedSamples.folder
  var incidents: [Incident] { samples.incidents }

  private func share(_ isCounted: (Incident) -> Bool) -> Double {
    Double(incidents.count(where: isCounted)) / Double(incidents.count)
  }

  @Test("there are twenty thousand incidents of all fourteen categories, 61 % of them theft")
  func categories() {
    #expect(incidents.count == 20_000)
    #expect(Set(incidents.map(\.offence)).count == 14)
    let thefts: Set<Offence> = [.bicycleTheft, .otherTheft, .shoplifting, .theftFromThePerson]
    #expect(abs(share { thefts.contains($0.offence) } - 0.61) < 0.005)
  }

  @Test("three areas hold about 40 % of the incidents, and most areas under one a day")
  func concentration() {
    var counts = [Int](repeating: 0, count: 128)
    for case let area? in incidents.map(\.area) { counts[area] += 1 }
    let three = counts.sorted().suffix(3).reduce(0, +)
    #expect(abs(Double(three) / 20_000 - 0.40) < 0.01)
    #expect(Set(samples.busiestAreas.map { counts[$0] }) == Set(counts.sorted().suffix(3)))
    #expect(counts.count { $0 < 365 } == 125)
    #expect(counts.allSatisfy { $0 > 0 })
  }

  /// GeoPandas counted the committed files: `geopandas.sjoin(points, areas, predicate="within")`.
  @Test("the areas and wards have the incidents that GeoPandas counts in them")
  func oracle() {
    var areas: [String: Int] = [:]
    var wards: [String: Int] = [:]
    for case let area? in incidents.map(\.area) {
      areas[samples.borough.areas[area].code, default: 0] += 1
      wards[samples.borough.wards[samples.borough.areas[area].ward].name, default: 0] += 1
    }
    #expect(areas["E01999070"] == 3716)
    #expect(areas["E01999069"] == 2480)
    #expect(areas["E01999098"] == 1766)
    #expect(areas["E01999100"] == 315)
    #expect(
      wards == [
        "Candlemarket": 6977, "St Éloi's": 2658, "Tenter Field": 1255, "Fulling Mill": 854,
        "Osierbank": 804, "Thistledown": 793, "Mossop's Green": 787, "Old Tannery": 752,
        "Pargeter's Cross": 599, "Lantern Row": 554, "Quillgate": 548, "Wherryside": 534,
        "Eelstaithe": 451, "Harrowell Heath": 426, "Larkhanger": 420, "Withy Park": 415,
        "Hallowfield": 403, "Dunnock Hill": 354,
      ])
  }

  @Test("each incident lies in the area it names, and off every border by ten metres")
  func places() {
    let outlines = samples.borough.areaOutlines
    let boxes = (0..<outlines.areaCount).map { outlines.box(ofArea: $0) }
    var isChecked: Set<[Int]> = []
    var wrong = 0
    for incident in incidents {
      guard case .grid(let easting, let northing) = incident.position,
        isChecked.insert([easting, northing]).inserted
      else { continue }
      for (across, up) in [(0, 0), (10, 0), (-10, 0), (0, 10), (0, -10)] {
        let (x, y) = (Double(easting + across), Double(northing + up))
        let holders = boxes.indices.filter {
          boxes[$0].contains(x: x, y: y) && outlines.contains($0, x: x, y: y)
        }
        if holders != [incident.area].compactMap(\.self) { wrong += 1 }
      }
    }
    #expect(wrong == 0)
    // Incidents stack on some fourteen hundred places.
    #expect((1300...1600).contains(isChecked.count))
  }

  @Test("one in a hundred has no usable coordinates, and one in a hundred lies outside")
  func outside() {
    let missing = share { $0.position == .missing }
    let zero = share { $0.position == .zero }
    #expect(abs(missing + zero - 0.01) < 0.002)
    #expect(missing > 0 && zero > 0)
    let outside = share { incident in
      if case .grid = incident.position { incident.area == nil } else { false }
    }
    #expect(abs(outside - 0.01) < 0.002)
  }

  @Test("a third of the incidents has a window, some of days and some of weeks")
  func windows() {
    let lengths = incidents.compactMap { incident -> Int? in
      guard let start = incident.start, let end = incident.end else { return nil }
      return end - start
    }
    #expect(abs(Double(lengths.count { $0 > 0 }) / 20_000 - 1.0 / 3) < 0.01)
    #expect((200...500).contains(lengths.count { $0 > CivilCalendar.minutesPerDay }))
    #expect((30...150).contains(lengths.count { $0 > 7 * CivilCalendar.minutesPerDay }))
    #expect(lengths.count { $0 < 0 } == 5)
    #expect((50...150).contains(incidents.count { $0.end == nil && $0.start != nil }))
    #expect(incidents.count { $0.start == nil } == 6)
  }

  @Test("all incidents begin in the year, in order, and never in the hour that clocks skip")
  func times() {
    let starts = incidents.compactMap(\.start)
    #expect(starts == starts.sorted())
    #expect(starts.allSatisfy { (0..<CivilCalendar.daysInYear * 1440).contains($0) })
    let times = starts + incidents.compactMap(\.end)
    #expect(times.allSatisfy { CivilCalendar.shown($0) == $0 })
  }

  @Test("windows run across both changes of the clocks")
  func clockChanges() {
    for day in [CivilCalendar.springDay, CivilCalendar.autumnDay] {
      let change = day * CivilCalendar.minutesPerDay + 60
      let across = incidents.count { incident in
        guard let start = incident.start, let end = incident.end else { return false }
        return start < change && end >= change + 60
      }
      #expect(across >= 2)
    }
  }

  @Test("74 % of robbery happens between 18:00 and 06:00")
  func robbery() {
    let hours = incidents.filter { $0.offence == .robbery }.compactMap(\.start)
      .map { $0 % CivilCalendar.minutesPerDay / 60 }
    let evening = hours.count { $0 >= 18 || $0 < 6 }
    #expect(hours.count > 400)
    #expect(abs(Double(evening) / Double(hours.count) - 0.74) < 0.01)
  }

  @Test("two wards, and no other, peak on Friday and Saturday night")
  func nightLife() {
    var nights = [Int](repeating: 0, count: 18)
    var all = nights
    for incident in incidents {
      guard let area = incident.area, let start = incident.start else { continue }
      let ward = samples.borough.areas[area].ward
      all[ward] += 1
      // Hours after midnight belong to the night before.
      let hour = start % CivilCalendar.minutesPerDay / 60
      let day = start / CivilCalendar.minutesPerDay - (hour < 6 ? 1 : 0)
      let isNight = hour >= 18 || hour < 6
      if isNight, [4, 5].contains(CivilCalendar.weekday(ofDay: max(day, 0))) { nights[ward] += 1 }
    }
    for ward in 0..<18 {
      let share = Double(nights[ward]) / Double(all[ward])
      // The two nights are 14 % of the week.
      if samples.nightWards.contains(ward) { #expect(share > 0.30) } else { #expect(share < 0.20) }
    }
  }

  @Test("a spate of car crime in the last quarter stands out in one area")
  func spate() {
    var quarters = [[Int]](repeating: [0, 0, 0, 0], count: 128)
    for incident in incidents where incident.offence == .vehicleCrime {
      guard let area = incident.area, let start = incident.start else { continue }
      let month = CivilCalendar.month(ofDay: start / CivilCalendar.minutesPerDay)
      quarters[area][(month - 1) / 3] += 1
    }
    let risen = quarters.filter { $0[3] > 25 && $0[3] > 5 * max($0[0], $0[1], $0[2]) }
    #expect(risen.count == 1)
  }

  @Test("identifiers are sixteen hexadecimal digits, and five rows are written twice")
  func identifiers() {
    #expect(
      incidents.allSatisfy { $0.identifier.count == 16 && UInt64($0.identifier, radix: 16) != nil })
    #expect(Set(incidents.map(\.identifier)).count == 19_995)
  }
}
