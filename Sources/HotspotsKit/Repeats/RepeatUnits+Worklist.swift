import Boundaries
import Cartography
import Geometry
import HotspotAnalysis
public import Tables

extension RepeatUnits.Result {
  /// The units with two incidents or more, as points where they have positions.
  ///
  /// By incidents, of as many the one whose last is later, then by position, or by what the columns
  /// say. The columns are `rank`, `unit` (the position of a location; else the rank, or with
  /// ``RepeatUnits/showsUnits`` what the columns say), `incidents`, `first`, `last`, `days_since_last`
  /// (to the end of the period), `triggered` (the day on which the rule was first met; without a rule the
  /// column is empty), and where it is: `location` and `location_incidents`, `location_share` of the
  /// commonest name, `grid_reference` on the British National Grid, `locations` (joined ones),
  /// `main_area`, `main_area_code`, `main_area_share`, and `peak_x`, `peak_y`, the position with most of
  /// its incidents. Columns that the data cannot fill are left out.
  ///
  /// - Complexity: O(*n* + *m* log *m*) for *n* units, *m* of them on the list.
  public var worklist: FeatureTable {
    let units = Array(listed)
    let places = RepeatDetails(of: units, in: tally).places
    let incidents = units.map { tally.incidents[Int($0)] }
    var columns = [
      Column("rank", .integers(units.indices.map { $0 + 1 })),
      Column("unit", .text(units.enumerated().map { name(of: Int($1), rank: $0 + 1) })),
      Column("incidents", .integers(incidents)),
      Column("first", .text(units.map { date(tally.firsts[Int($0)]) })),
      Column("last", .text(units.map { date(tally.lasts[Int($0)]) })),
      Column("days_since_last", .integers(units.map { daysSince(tally.lasts[Int($0)]) })),
      Column(
        "triggered",
        .text(units.map { tally.met.isEmpty ? nil : date(tally.met[Int($0)]) })),
    ]
    func share(_ part: Int, _ place: Int) -> Double { Double(part) / Double(incidents[place]) }
    if places.contains(where: { $0.name != nil }) {
      columns += [
        Column("location", .text(places.map(\.name))),
        Column(
          "location_incidents", .integers(places.map { $0.name == nil ? nil : $0.nameIncidents })),
        Column(
          "location_share",
          .reals(
            places.enumerated().map { $1.name == nil ? nil : share($1.nameIncidents, $0) })),
      ]
    }
    let points = places.map { $0.location.map(point) }
    if crs == OrdnanceSurveyGridReference.crs {
      columns.append(
        Column(
          "grid_reference",
          .text(points.map { $0.flatMap { OrdnanceSurveyGridReference(of: $0)?.description } })))
    }
    if method.within != nil {
      columns.append(Column("locations", .integers(places.map(\.locations))))
    }
    if let layer = reading.input?.boundaries.layers[0] {
      columns += areaColumns(places, layer, share)
    }
    guard hasPositions else { return FeatureTable(name: "repeats", columns: columns) }
    columns += [
      Column("peak_x", .reals(points.map { $0?.x })),
      Column("peak_y", .reals(points.map { $0?.y })),
    ]
    return FeatureTable(
      name: "repeats", columns: columns,
      geometry: .points(x: points.map { $0?.x ?? .nan }, y: points.map { $0?.y ?? .nan }),
      crs: crs ?? "")
  }

  private func areaColumns(
    _ places: [RepeatDetails.Place], _ layer: BoundaryLayer, _ share: (Int, Int) -> Double
  ) -> [Column] {
    [
      Column("main_area", .text(places.map { $0.area.map { layer.names[$0] } })),
      Column("main_area_code", .text(places.map { $0.area.map { layer.codes[$0] } })),
      Column(
        "main_area_share",
        .reals(places.enumerated().map { $1.area == nil ? nil : share($1.areaIncidents, $0) })),
    ]
  }

  /// Returns the position of a location, in metres.
  func point(_ location: Int) -> Point {
    Point(x: Double(tally.x[location]) / 100, y: Double(tally.y[location]) / 100)
  }

  /// Returns what lists call a unit.
  func name(of unit: Int, rank: Int) -> String {
    let sides = method.sides
    if sides == [.location] {
      return position(tally.centres.isEmpty ? unit : Int(tally.centres[unit]))
    }
    guard method.showsUnits else { return "\(rank)" }
    guard sides.count > 1 else { return text(0, unit) }
    let pair = tally.counts.pairs.keys[unit]
    return text(0, Int(pair >> 32)) + " + " + text(1, Int(UInt32(truncatingIfNeeded: pair)))
  }

  /// What a side of a unit says.
  private func text(_ side: Int, _ value: Int) -> String {
    method.sides[side] == .location
      ? position(value) : tally.counts.sides[side].text(of: value)
  }

  /// A position as people write it, to the centimetre: `455686 245856`.
  private func position(_ location: Int) -> String {
    func words(_ centimetres: Int32) -> String {
      let text = NumberWords.decimal(abs(Double(centimetres)) / 100, places: 2)
      var plain = text.filter { $0 != "," }
      while plain.hasSuffix("0") { plain.removeLast() }
      if plain.hasSuffix(".") { plain.removeLast() }
      return (centimetres < 0 ? "-" : "") + plain
    }
    return "\(words(tally.x[location])) \(words(tally.y[location]))"
  }
}
