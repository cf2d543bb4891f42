import Geometry
import Glibc
import Statistics
import Tables

@testable import Cartography

/// Made-up close-ups, from the smallest to the largest.
struct CloseUpCase: Sendable, CustomStringConvertible {
  var description: String
  var contents: CloseUpContents
  var map: CloseUpMap

  var sheet: CloseUpSheet { CloseUpSheet(contents, map: map) }

  func figure(page: Page = Page(widthInMillimetres: 180, heightInMillimetres: 120, margin: 4))
    -> CloseUpFigure
  {
    CloseUpFigure(contents, map: map, page: page, identifierPrefix: "close-up-1")
  }

  static let all = [usual, smallest, largest, stacked]

  /// What most hotspots are like.
  static let usual = CloseUpCase(
    description: "usual", contents: full(name: "Mallowfold Place, Candlemarket"),
    map: town(radius: 160, incidents: .bands(bands(radius: 160))))

  /// A hotspot of 50 m of which next to nothing is known.
  static let smallest = CloseUpCase(
    description: "smallest",
    contents: CloseUpContents(
      number: 1, name: "Otterwick Mews", subtitle: "January 2025, all categories", incidents: 1,
      share: 1),
    map: CloseUpMap(outline: outline(at: centre, radius: 25)))

  /// A hotspot of 2 km with names and sentences as long as they come.
  static let largest: CloseUpCase = {
    var contents = full(
      name: "The Beginning of a Street Whose Name Goes On and On, upper level, by Spindlegate Wharf"
    )
    contents.number = 10
    contents.incidents = 123_456
    contents.streets = (1...9).map {
      .init(
        name: "On or near Llanfairpwllgwyngyll and Saint Bartholomew's Wharf Passage \($0)",
        incidents: Double(20_000 - 1_900 * $0), share: 0.1)
    }
    contents.categories = (1...9).map {
      .init(
        name: "Violence and sexual offences of every other kind \($0)", share: 0.3 / Double($0),
        studyAreaShare: 0.999)
    }
    for place in contents.months.indices { contents.months[place].incidents *= 1_000 }
    contents.changes += contents.changes + [long]
    contents.notes += [long, long]
    contents.hourNote = long
    contents.marking = "OFFICIAL-SENSITIVE: for partners of the community safety partnership only"
    var map = town(radius: 1_000, incidents: .bands(bands(radius: 1_000)))
    map.note = long
    return CloseUpCase(description: "largest", contents: contents, map: map)
  }()

  /// Incidents that a publisher moved to the middles of streets.
  static let stacked: CloseUpCase = {
    var contents = full(name: "St Éloi's")
    contents.hours = nil
    contents.hourNote = "The files have months only, so nothing is known of hours."
    var random = SplitMix64(seed: 5)
    let symbols = (0..<60).map { number in
      CloseUpMap.Symbol(
        position: Point(
          x: centre.x + (random.nextUnit() - 0.5) * 700,
          y: centre.y + (random.nextUnit() - 0.5) * 500),
        incidents: (400 / Double(number + 1)).rounded(.up), name: "On or near \(street(number))")
    }
    var map = town(radius: 120, incidents: .symbols(symbols))
    map.note =
      "Incidents are published at source positions, near which they happened: no surface is drawn."
    return CloseUpCase(description: "stacked", contents: contents, map: map)
  }()

  // MARK: - Parts

  static let centre = Point(x: 455_500, y: 245_500)

  private static let long =
    "A sentence that goes on for longer than anybody should write, because a file had nine sources "
    + "whose names were all given in full, each with its licence, its year, and the department that "
    + "published it, so that two lines do not hold it, and three hardly do on a sheet of this width."

  private static func street(_ number: Int) -> String {
    let names = ["Mallowfold", "Quillmere", "Larkthorn", "Osiergarth", "Tallowshaw", "Emberwick"]
    let kinds = ["Street", "Road", "Lane", "Terrace", "Passage"]
    return "\(names[number % 6]) \(kinds[number / 6 % 5])"
  }

  static func full(name: String) -> CloseUpContents {
    var contents = CloseUpContents(
      number: 3, name: name, subtitle: "January to December 2025, all categories",
      incidents: 1_234, share: 0.0617)
    contents.placeLines = [
      "Ward: Candlemarket. Area: E01999070, Marlowick 009C.", "Grid reference: SP 5550 4550.",
    ]
    contents.facts = [.init(label: "Ground", value: "0.081 km², 12.4 times the average density")]
    contents.standing = .init(
      label: "Persistent",
      sentence: "In 11 of the 12 months to December 2025 this ground held at least twice its share "
        + "by area.")
    contents.streets = [
      "High Quillmere Road", "On or near Mallowfold Terrace", "Osiergarth Road",
      "Emberwick Passage",
      "Tallowshaw Terrace",
    ].enumerated().map { place, name in
      .init(name: name, incidents: Double(310 - 57 * place), share: 0.25 - 0.046 * Double(place))
    }
    contents.streetNote = "Of the 1,234 incidents 1,190 name a street."
    contents.categories = [
      ("Theft from the person", 0.31, 0.12), ("Other theft", 0.22, 0.24), ("Robbery", 0.08, 0.03),
      ("Violence and sexual offences", 0.14, 0.21), ("Drugs", 0.0, 0.02),
    ].map { .init(name: $0.0, share: $0.1, studyAreaShare: $0.2) }
    contents.hours = hours
    contents.hourNote = "Busiest: Friday and Saturday, 22:00 to 02:00, 23.1% of the incidents."
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    contents.months = months.enumerated().map { place, month in
      .init(
        label: "\(month) 2025", shortLabel: month, incidents: Double(60 + (place * 37) % 83),
        isHeld: place != 4)
    }
    contents.changes = [
      "January to December 2025: 1,234, against 1,102 in the twelve months before, +12.0%.",
      "More than random variation explains (p 0.004).",
    ]
    contents.notes = [
      "Source: incidents.csv; boundaries: lsoa.shp, wards.shp; backdrop: roads.geojson",
      "Rows: 20,000 read: 19,600 assigned, 200 outside, 200 without coordinates",
      "Projection: none; incidents and boundaries share British National Grid",
    ]
    return contents
  }

  private static let hours: HourTable = {
    let cells = (0..<24).map { hour in
      (0..<7).map { day in
        let evening = 1 + cos(Double(hour - 22) * .pi / 12)
        return evening * (day == 4 || day == 5 ? 9.4 : 3.1)
      }
    }
    return HourTable(
      cells: cells, hourTotals: cells.map { $0.reduce(0, +) },
      dayTotals: (0..<7).map { day in cells.reduce(0) { $0 + $1[day] } },
      total: cells.joined().reduce(0, +))
  }()

  static func town(radius: Double, incidents: CloseUpMap.Incidents) -> CloseUpMap {
    var map = CloseUpMap(outline: outline(at: centre, radius: radius))
    map.neighbours = outlines([
      (Point(x: centre.x + 2.1 * radius, y: centre.y + 60), 0.6 * radius),
      (Point(x: centre.x - 90 * radius, y: centre.y), radius),
    ])
    map.neighbourNumbers = [4, 7]
    map.incidents = incidents
    map.borders = outlines([(Point(x: centre.x - 150, y: centre.y - 80), 3 * radius)])
    map.backdrop = [roads(reach: radius + 700)]
    map.note = "Surface of the incidents with a bandwidth of 50 m, cells of 10 m."
    return map
  }

  /// Streets along and across a grain, cut at every crossing, some main ones, and bending paths.
  static func roads(reach: Double) -> BackdropLayer {
    var random = SplitMix64(seed: 11)
    var layer = BackdropLayer(name: "roads")
    let (cosine, sine) = (cos(0.31), sin(0.31))
    func add(_ u: Double, _ v: Double) {
      layer.x.append(centre.x + u * cosine - v * sine)
      layer.y.append(centre.y + u * sine + v * cosine)
    }
    let lines = Int(reach / 70)
    var number = 0
    for across in [false, true] {
      for line in -lines...lines {
        let offset = Double(line) * 70 + random.nextUnit() * 20
        let isMain = line % 5 == 0
        number += 1
        for piece in stride(from: -reach, to: reach, by: 140)
        where isMain || random.nextUnit() < 0.7 {
          if !isMain && random.nextUnit() < 0.3 { number += 1 }
          for end in [piece, piece + 70, piece + 140] {
            let bend = 8 * sin(end / 160)
            if across { add(offset + bend, end) } else { add(end, offset + bend) }
          }
          layer.endPart(
            .line, name: isMain ? "High \(street(number))" : street(number),
            roadClass: isMain ? .main : .minor)
        }
      }
    }
    for step in 0..<80 { add(Double(step) * 6 - 240, 30 * sin(Double(step) / 3)) }
    layer.endPart(.line, name: "Meandering Path", roadClass: .path)
    return layer
  }

  static func outline(at centre: Point, radius: Double) -> OutlineTable {
    outlines([(centre, radius)])
  }

  static func outlines(_ circles: [(centre: Point, radius: Double)]) -> OutlineTable {
    var table = OutlineTable()
    for circle in circles { table.appendArea([[ring(circle.centre, circle.radius)]]) }
    return table
  }

  private static func ring(_ centre: Point, _ radius: Double, clockwise: Bool = false) -> [Point] {
    let points = (0...36).map { step -> Point in
      let angle = Double(step % 36) * .pi / 18
      let reach = radius * (1 + 0.2 * sin(3 * angle))
      return Point(x: centre.x + reach * cos(angle), y: centre.y + reach * sin(angle))
    }
    return clockwise ? points.reversed() : points
  }

  static func bands(radius: Double) -> CloseUpMap.Bands {
    let radii = [40 * radius, 1.6 * radius, 1.1 * radius, 0.7 * radius, 0.35 * radius]
    var table = OutlineTable()
    for (place, reach) in radii.enumerated() {
      let hole = place + 1 < radii.count ? [ring(centre, radii[place + 1], clockwise: true)] : []
      table.appendArea([[ring(centre, reach)] + hole])
    }
    return CloseUpMap.Bands(
      outlines: table, numbers: [1, 2, 3, 4, 5], count: 5,
      labels: [
        "under 2,000", "2,000 to under 5,000", "5,000 to under 10,000", "10,000 to under 20,000",
        "20,000 and over",
      ], heading: "Incidents per km²")
  }
}
