import Cartography
import Geometry
package import Incidents
import Interchange
import Projections

// How coordinates were understood, for people and for manifests.

extension IncidentSource {
  /// How coordinates are read; empty for two columns of plain numbers.
  package var coordinateWords: [String] {
    let reading = coordinates
    if reading.hasDecimalCommas {
      return ["coordinates have decimal commas; points, blanks and apostrophes stand for thousands"]
    }
    guard let position = reading.position else { return [] }
    let name = columns.header[position.column]
    return ["the positions in '\(name)' are \(position.words)"]
  }
}

extension PositionColumn {
  /// Which number of pairs stands first.
  var firstWord: String {
    switch order {
    case .xFirst: areDegrees ? "longitude" : "easting"
    case .yFirst: areDegrees ? "latitude" : "northing"
    }
  }

  /// What the positions are.
  fileprivate var words: String {
    let system = isSystemNamed || !areDegrees ? " in \(crs)" : ""
    switch form {
    case .text: return "well-known text\(system)"
    case .binary: return "well-known binary\(system)"
    case .object: return "JSON points\(system)"
    case .gridReference:
      // The corner of a square of a metre is as good as its middle.
      return
        "references of \(crs == "EPSG:29903" ? "the Irish grid" : "the British National Grid"), "
        + (side > 1
          ? "of squares of \(NumberWords.decimal(side, places: 0)) m"
            + " or less, of which the middle is taken"
          : "to the metre")
    case .pair:
      return "pairs of \(areDegrees ? "degrees" : "metres")\(system)\(orderWords)"
    }
  }

  private var orderWords: String {
    let first = "the \(firstWord) first"
    return switch basis {
    case .form: ", each with its directions"
    case .user: ", \(first)"
    case .values: ", \(first), because other values are beyond what latitudes can be"
    case .name: ", \(first), as the name of the column says"
    case .areas: ", \(first), because that is where the areas lie"
    case .custom: ", \(first), as is usual"
    }
  }
}

extension CoordinateReading {
  /// What was settled, for the manifest; null for two columns of plain numbers.
  var json: JSONValue {
    if hasDecimalCommas { return .object([.init("decimal", .text(","))]) }
    guard let position else { return .null }
    return .object([
      .init("form", .text(position.form.rawValue)), .init("crs", .text(position.crs)),
      .init("order", .text(position.order.rawValue)),
      .init("order_by", .text(position.basis.rawValue)),
      .init("square_m", position.side > 0 ? .real(position.side) : .null),
    ])
  }
}

extension AnalysisInput {
  /// Settles the order of pairs that nothing but the place of the areas tells.
  ///
  /// - Parameters:
  ///   - sources: The files.
  ///   - plan: From their system to that of the areas.
  ///   - box: Where the areas lie.
  static func settleOrders(of sources: [IncidentSource], _ plan: ProjectionPlan, in box: Box) {
    for source in sources {
      guard let position = source.coordinates.position, position.isOrderOpen else { continue }
      let other: PositionColumn.Order = position.order == .xFirst ? .yFirst : .xFirst
      let (usual, exchanged) = (
        count(position.points(in: position.order), in: box, plan),
        count(position.points(in: other), in: box, plan)
      )
      if usual > exchanged { source.settle(position.order) }
      if exchanged > usual { source.settle(other) }
    }
  }

  private static func count(_ points: [Point], in box: Box, _ plan: ProjectionPlan) -> Int {
    var (x, y) = (points.map(\.x), points.map(\.y))
    if !plan.isIdentity {
      guard let operation = try? plan.makeOperation() else { return 0 }
      operation.transform(x: &x, y: &y)
    }
    return zip(x, y).count { box.contains(x: $0, y: $1) }
  }
}
