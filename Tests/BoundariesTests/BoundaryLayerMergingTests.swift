import Boundaries
import Geometry
import Statistics
import TestSupport
import Testing

@Suite("Merged layers")
struct BoundaryLayerMergingTests {
  private let folder = TemporaryFolder()

  /// Ten squares in a row, A to J: the first six of `LAD22CD` Y, the others of X.
  private func row(
    districts: [String] = (0..<10).map { $0 < 6 ? "Y" : "X" },
    names: [String] = (0..<10).map { $0 < 6 ? "Yonder" : "Xanten" }
  ) throws -> String {
    var raw = RawShapefile.squares(10)
    raw.fields += [.init("LAD22CD", width: 2), .init("LAD22NM", width: 8), .init("SIDE", width: 4)]
    for row in 0..<10 {
      raw.rows[row] += [districts[row], names[row], row < 8 ? "west" : "east"].map {
        Array($0.utf8)
      }
    }
    try raw.write(to: folder, as: "row")
    return folder.path("row")
  }

  private func load(_ path: String) throws -> BoundaryLayer { try BoundaryLayer.load(path: path) }

  @Test("the value is the code, its own field of names tells the name, and fields that agree stay")
  func codes() throws {
    let layer = try load(try row())
    let merged = try #require(try layer.merged(byField: "lad22cd"))
    #expect(merged.codes == ["X", "Y"] && merged.names == ["Xanten", "Yonder"])
    #expect(merged.codeField == "LAD22CD" && merged.nameField == "LAD22NM")
    #expect(merged.mergedCount == 10 && merged.areaCount == 2 && merged.recordCount == 10)
    #expect((0..<2).map { merged.outlines.area(of: $0) } == [400, 600])
    // `SIDE` differs within X.
    #expect(merged.fieldNames == ["LAD22CD", "LAD22NM"])
    #expect(try merged.values(ofField: "LAD22NM") == ["Xanten", "Yonder"])
    #expect(merged.area(withCode: "Y") == 1 && merged.partAreas.count == 10)
    #expect(merged.partAreas["A"] == 1 && merged.partAreas["G"] == 0)
    #expect(try layer.merged(byField: "WARD") == nil)
  }

  @Test("without names of their own, or with several, merged areas have their code as name")
  func names() throws {
    let layer = try load(
      try row(names: ["Yonder", "Yon"] + Array(repeating: "Yonder", count: 4) + ["", "", "", ""]))
    let merged = try #require(try layer.merged(byField: "LAD22CD"))
    #expect(merged.names == ["X", "Y"] && merged.nameField == nil)
    let sides = try #require(try layer.merged(byField: "SIDE"))
    #expect(sides.codes == ["east", "west"] && sides.names == sides.codes)
    #expect(
      throws: BoundaryError.severalNames(
        path: folder.path("row.shp"), field: "LAD22NM", group: "Y", names: ["Yonder", "Yon"])
    ) { try layer.merged(byField: "LAD22CD", nameField: "LAD22NM") }
    let named = try load(try row())
    let chosen = try #require(try named.merged(byField: "LAD22CD", nameField: "LAD22NM"))
    #expect(chosen.names == ["Xanten", "Yonder"])
  }

  @Test("areas without a value cannot be merged")
  func emptyValues() throws {
    let layer = try load(try row(districts: ["Y", "Y", "", "Y", "", "Y", "X", "X", "X", "X"]))
    let error = BoundaryError.emptyGroup(
      path: folder.path("row.shp"), field: "LAD22CD", area: "C", others: 1)
    #expect(throws: error) { try layer.merged(byField: "LAD22CD") }
    #expect(
      error.description
        == "cannot merge areas of '\(folder.path("row.shp"))': 'LAD22CD' is empty in the record of "
        + "'C', nor in those of 1 more areas, each area needs a value")
  }

  @Test("parts of one area in several records need no codes of their own")
  func repeatedCodes() throws {
    var raw = RawShapefile.squares(3)
    raw.rows[2][0] = raw.rows[0][0]
    try raw.write(to: folder, as: "parts")
    #expect(throws: BoundaryError.self) { try load(folder.path("parts")) }
    let layer = try BoundaryLayer.load(path: folder.path("parts"), groupField: "code")
    let merged = try #require(try layer.merged(byField: "CODE"))
    #expect(merged.codes == ["A", "B"])
    #expect(merged.outlines.polygons(of: 0).count == 2 && merged.partAreas.isEmpty)
  }

  @Test("a position on an inner edge or corner lies in the merged area once", arguments: 0..<8)
  func exactlyOnce(seed: Int) throws {
    // A chequerboard of squares whose corners are whole, each in one of four groups.
    var random = SplitMix64(seed: UInt64(seed))
    let (width, height) = (7, 6)
    let groups = (0..<width * height).map { _ in Int.random(in: 0..<4, using: &random) }
    var raw = RawShapefile(
      records: groups.indices.map {
        [
          RawShapefile.clockwiseSquare(
            x: Double(10 * ($0 % width)), y: Double(10 * ($0 / width)), size: 10)
        ]
      }, rows: groups.indices.map { ["\($0 + 100)", "G\(groups[$0])"] })
    raw.fields = [.init("CODE"), .init("GROUP", width: 20)]
    try raw.write(to: folder, as: "board")
    let layer = try load(folder.path("board"))
    let merged = try #require(try layer.merged(byField: "GROUP"))
    let (index, parts) = (AreaIndex(merged.outlines), AreaIndex(layer.outlines))
    for x in stride(from: 0.0, through: 70, by: 5) {
      for y in stride(from: 0.0, through: 60, by: 5) {
        let part = parts.locate(x: x, y: y).area
        let area = index.locate(x: x, y: y).area
        #expect((area == nil) == (part == nil))
        // On the rim, which belongs to nobody by the half-open rule, the lowest code of those that
        // touch decides, and codes are other ones now.
        if let part, let area, x < 70, y < 60 {
          #expect(merged.codes[area] == "G\(groups[part])", "\(x) \(y)")
        }
      }
    }
  }
}

/// London's LSOAs merged to its boroughs.
///
/// Areas, vertices and parts are those that GeoPandas 1.2 gives for `dissolve("LAD11CD")`.
@Suite("Merged London", .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
struct MergedLondonTests {
  private static let layer = try? BoundaryLayer.load(
    path: SharedData.path("realdata/boundaries/london-lsoa-2011.shp"))

  @Test("the boroughs have the ground, parts and vertices that GeoPandas finds")
  func boroughs() throws {
    let layer = try #require(Self.layer)
    let merged = try #require(try layer.merged(byField: "LAD11CD"))
    #expect(merged.areaCount == 33 && merged.nameField == "LAD11NM")
    #expect(merged.outlines.vertexCount == 9362 && merged.outlines.ringCount == 43)
    #expect((0..<33).count { merged.outlines.polygons(of: $0).count > 1 } == 5)
    for (code, name, squareMetres, vertices) in [
      ("E09000001", "City of London", 2_906_360.961745859, 72),
      ("E09000011", "Greenwich", 47_338_611.89154803, 369),
      ("E09000017", "Hillingdon", 115_703_395.79633605, 397),
      ("E09000033", "Westminster", 21_482_726.74744339, 248),
    ] {
      let area = try #require(merged.area(withCode: code))
      #expect(merged.names[area] == name)
      #expect(abs(merged.outlines.area(of: area) / squareMetres - 1) < 1e-9)
      #expect(merged.outlines.vertices(ofArea: area).count == vertices)
    }
  }

  @Test("every position, vertices and middles of edges too, lies in the borough of its LSOA")
  func positions() throws {
    let layer = try #require(Self.layer)
    let merged = try #require(try layer.merged(byField: "LAD11CD"))
    let boroughs = try #require(try layer.values(ofField: "LAD11CD"))
    let outlines = layer.outlines
    var (x, y) = (outlines.x, outlines.y)
    for vertex in outlines.x.indices.dropLast() where vertex % 3 == 0 {
      x.append((outlines.x[vertex] + outlines.x[vertex + 1]) / 2)
      y.append((outlines.y[vertex] + outlines.y[vertex + 1]) / 2)
    }
    var random = SplitMix64(seed: 1)
    let box = outlines.box
    for _ in 0..<100_000 {
      x.append(Double.random(in: box.minX...box.maxX, using: &random))
      y.append(Double.random(in: box.minY...box.maxY, using: &random))
    }
    var (parts, wholes) = (AreaAssignment(), AreaAssignment())
    AreaIndex(outlines).assign(x: x, y: y, count: x.count, into: &parts)
    AreaIndex(merged.outlines).assign(x: x, y: y, count: x.count, into: &wholes)
    let differing = x.indices.filter { point in
      let (part, whole) = (Int(parts.areas[point]), Int(wholes.areas[point]))
      return (part < 0) != (whole < 0) || (part >= 0 && boroughs[part] != merged.codes[whole])
    }
    // Of those on London's own rim, and where areas of the file overlap, the lowest code decides.
    let noted = Set(parts.noted.map(\.position))
    #expect(differing.count < 10 && differing.allSatisfy(noted.contains))
  }
}
