package import Geometry
import Topology

/// The part of the boundaries that counts; every share, rank and density refers to it.
package enum StudyArea: Sendable, Equatable {
  /// The areas whose field has a value; the field's name is matched in any letter case.
  case field(name: String, value: String)
  /// The areas more than half of whose ground lies in an outline, in the layers' coordinates.
  case outline(OutlineTable)

  /// Reads `FIELD=VALUE`; nil for anything else, which then is the path of a file.
  package init?(fieldAndValue text: String) {
    guard let equals = text.firstIndex(of: "="), equals > text.startIndex else { return nil }
    let value = text[text.index(after: equals)...]
    self = .field(name: trimmedBlanks(text[..<equals]), value: trimmedBlanks(value))
  }

  /// Returns the layers with the areas that lie in the study area.
  ///
  /// Of a field, a layer that has it keeps the areas with the value, and a layer without it the areas
  /// whose inner point lies in an area kept by the first layer that has it. Of an outline, every layer
  /// keeps the areas that lie in it by the greater part of their ground; just half is not enough. All
  /// layers must be in one coordinate reference system.
  ///
  /// - Parameter layers: The layers in the order of the options.
  /// - Returns: The same layers in the same order.
  /// - Throws: ``BoundaryError/noStudyAreaField(field:paths:fields:)`` when no layer has the field,
  ///   ``BoundaryError/noStudyAreaValue(path:field:value:values:)`` when a layer has the field and
  ///   not the value, ``BoundaryError/emptyStudyArea(path:)`` when a layer keeps no area, and
  ///   ``BoundaryError/badRecord(path:record:reason:)`` when an outline cannot be overlaid.
  /// - Complexity: O(*n*) for *n* records with the field; without it, an inner point for each area
  ///   and a test against each area of the study area whose box holds it. With an outline, that and
  ///   an overlay for each area whose box the outline's edge meets.
  package func restrict(_ layers: [BoundaryLayer]) throws(BoundaryError) -> [BoundaryLayer] {
    try [self].restrict(layers)
  }

  /// Returns the areas of each layer that lie in the study area, ascending; none for a layer of which
  /// none does.
  fileprivate func areas(of layers: [BoundaryLayer]) throws(BoundaryError) -> [[Int]] {
    switch self {
    case .outline(let outlines):
      return try layers.map { (layer) throws(BoundaryError) in
        try layer.areas(byGreaterPartIn: outlines)
      }
    case .field(let name, let value):
      let selected = try layers.map { (layer) throws(BoundaryError) in
        try layer.areas(ofField: name, value: value)
      }
      guard let first = selected.firstIndex(where: { $0 != nil }), let own = selected[first] else {
        let fields = layers.flatMap(\.fieldNames)
        throw .noStudyAreaField(
          field: name, paths: layers.map(\.path), fields: fields.uniqued())
      }
      let union = layers[first].keeping(own).outlines
      return layers.indices.map { selected[$0] ?? layers[$0].areas(byInnerPointIn: union) }
    }
  }
}

extension [StudyArea] {
  /// Returns the layers with the areas that lie in any of the study areas.
  ///
  /// - Parameter layers: The layers in the order of the options.
  /// - Returns: The same layers in the same order; all areas if there is no study area.
  /// - Throws: As ``StudyArea/restrict(_:)``.
  package func restrict(_ layers: [BoundaryLayer]) throws(BoundaryError) -> [BoundaryLayer] {
    guard !isEmpty else { return layers }
    var kept = layers.map { [Bool](repeating: false, count: $0.areaCount) }
    for studyArea in self {
      for (layer, areas) in try studyArea.areas(of: layers).enumerated() {
        for area in areas { kept[layer][area] = true }
      }
    }
    return try layers.indices.map { (index) throws(BoundaryError) in
      let areas = kept[index].indices.filter { kept[index][$0] }
      guard !areas.isEmpty else { throw .emptyStudyArea(path: layers[index].path) }
      return layers[index].keeping(areas)
    }
  }
}

extension BoundaryLayer {
  /// Returns the areas whose field has a value, or `nil` if there is no such field.
  fileprivate func areas(
    ofField name: String, value: String
  ) throws(BoundaryError) -> [Int]? {
    guard let values = try values(ofField: name) else { return nil }
    let areas = values.indices.filter { values[$0] == value }
    guard !areas.isEmpty else {
      throw .noStudyAreaValue(
        path: path, field: name, value: value, values: Set(values).sorted())
    }
    return areas
  }

  /// Returns the areas whose inner point lies in any area of an outline.
  fileprivate func areas(byInnerPointIn union: OutlineTable) -> [Int] {
    let ground = BoxedOutlines(union)
    return (0..<areaCount).filter { ground.holdInnerPoint(ofArea: $0, of: outlines) }
  }

  /// Returns the areas more than half of whose ground lies in an outline.
  fileprivate func areas(
    byGreaterPartIn outline: OutlineTable
  ) throws(BoundaryError) -> [Int] {
    var kept: [Int] = []
    do {
      // Edges between the outline's own areas divide nothing.
      let ground = try Overlay.union(of: outline)
      let edges = ground.edgeBoxes
      let boxed = BoxedOutlines(ground)
      var divided: [Int] = []
      for area in 0..<areaCount {
        let box = outlines.box(ofArea: area)
        guard box.intersects(ground.box) else { continue }
        if edges.contains(where: { $0.intersects(box) }) {
          divided.append(area)
        } else if boxed.holdInnerPoint(ofArea: area, of: outlines) {
          // Without an edge in its box, an area lies in the outline as one of its points does.
          kept.append(area)
        }
      }
      var whole = OutlineTable()
      for area in divided { whole.appendArea(area, of: outlines) }
      let inside = try Overlay.intersection(whole, ground)
      for (position, area) in divided.enumerated()
      where 2 * inside.area(of: position) > whole.area(of: position) {
        kept.append(area)
      }
    } catch {
      throw .badRecord(path: path, record: "an area", reason: error.description)
    }
    return kept.sorted()
  }
}

/// Outlines with the box of each area.
private struct BoxedOutlines {
  private let outlines: OutlineTable
  private let boxes: [Box]
  private let box: Box

  init(_ outlines: OutlineTable) {
    self.outlines = outlines
    boxes = (0..<outlines.areaCount).map { outlines.box(ofArea: $0) }
    box = outlines.box
  }

  /// Returns whether the inner point of an area lies in any of these.
  func holdInnerPoint(ofArea area: Int, of other: OutlineTable) -> Bool {
    guard other.box(ofArea: area).intersects(box), let point = other.innerPoint(ofArea: area) else {
      return false
    }
    return boxes.indices.contains {
      boxes[$0].contains(x: point.x, y: point.y) && outlines.isInside(point, area: $0)
    }
  }
}

extension OutlineTable {
  /// The box of each edge.
  fileprivate var edgeBoxes: [Box] {
    (0..<ringCount).flatMap { ring in
      vertices(ofRing: ring).dropLast().map { vertex in
        Box(
          minX: min(x[vertex], x[vertex + 1]), minY: min(y[vertex], y[vertex + 1]),
          maxX: max(x[vertex], x[vertex + 1]), maxY: max(y[vertex], y[vertex + 1]))
      }
    }
  }

  /// Returns whether a position lies inside an area by the even-odd rule.
  ///
  /// A position on an edge shared by two areas is inside exactly one: an edge counts when the
  /// position lies strictly to the left of it.
  fileprivate func isInside(_ point: Point, area: Int) -> Bool {
    var isInside = false
    for ring in rings(ofArea: area) {
      for vertex in vertices(ofRing: ring).dropLast() {
        let (ay, by) = (y[vertex], y[vertex + 1])
        guard (ay > point.y) != (by > point.y) else { continue }
        let turn = orientation(
          ax: x[vertex], ay: ay, bx: x[vertex + 1], by: by, px: point.x, py: point.y)
        if turn != 0, (turn > 0) == (by > ay) { isInside.toggle() }
      }
    }
    return isInside
  }
}

extension [String] {
  /// Returns the elements without later repetitions.
  fileprivate func uniqued() -> [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}

/// Returns text without blanks on both sides.
private func trimmedBlanks(_ text: Substring) -> String {
  let head = text.drop { $0 == " " }
  guard let last = head.lastIndex(where: { $0 != " " }) else { return "" }
  return String(head[...last])
}
