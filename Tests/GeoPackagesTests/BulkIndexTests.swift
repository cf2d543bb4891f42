import Geometry
import Statistics
import TestSupport
import Testing

@testable import GeoPackages

@Suite("R-trees filled in bulk")
struct BulkIndexTests {
  private let folder = TemporaryFolder()

  /// A file with an index of boxes.
  private func file(
    _ boxes: [Box], limit: Int = .max, batch: Int = BulkIndex.batch, name: String = "a.gpkg"
  ) throws -> Database {
    let database = try Database(path: folder.path(name), .creating)
    try database.execute("BEGIN; \(GeoPackageSchema.index(of: "t"))")
    var index = try BulkIndex(of: "t", in: database, limit: limit, batch: batch)
    for (row, box) in boxes.enumerated() {
      try index.append(
        IndexEntry(number: row + 1, minX: box.minX, maxX: box.maxX, minY: box.minY, maxY: box.maxY))
    }
    try index.finish()
    try database.execute("COMMIT")
    return database
  }

  private func numbers(_ sql: String, _ database: Database) throws -> [Int] {
    let statement = try Statement(sql, in: database)
    var numbers: [Int] = []
    while try statement.step() { numbers.append(statement.integer(0)) }
    return numbers
  }

  /// What SQLite itself finds wrong with the tree.
  private func check(_ database: Database) throws -> String {
    let statement = try Statement("SELECT rtreecheck('rtree_t_geom')", in: database)
    _ = try statement.step()
    return statement.text(0)
  }

  private func boxes(_ count: Int, seed: UInt64, size: Double) -> [Box] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { _ in
      let x = Double.random(in: -180...180, using: &random)
      let y = Double.random(in: 50...52, using: &random)
      return Box(
        minX: x, minY: y, maxX: x + Double.random(in: 0...1, using: &random) * size,
        maxY: y + Double.random(in: 0...1, using: &random) * size)
    }
  }

  /// A tree to make.
  struct Tree: Sendable {
    /// How many boxes there are.
    let count: Int
    /// How long their sides are at most.
    let size: Double
    /// How many a node gets, and how many are kept until they are packed.
    var limit = Int.max
    var batch = BulkIndex.batch
  }

  /// Sizes about those at which a node fills (51), a level is added (51 * 51), a batch ends.
  static let trees: [Tree] = [
    Tree(count: 0, size: 0), Tree(count: 1, size: 1), Tree(count: 50, size: 0),
    Tree(count: 51, size: 0.1), Tree(count: 52, size: 0), Tree(count: 2601, size: 0.5),
    Tree(count: 2602, size: 0), Tree(count: 20_000, size: 0.01),
    Tree(count: 5000, size: 0.1, limit: 4), Tree(count: 5000, size: 0.1, batch: 1000),
    Tree(count: 5000, size: 0, batch: 5000), Tree(count: 777, size: 2, limit: 3, batch: 100),
    Tree(count: 100, size: 0, limit: 2, batch: 1),
  ]

  @Test(
    "SQLite finds the tree sound, and windows find the boxes that a look at each of them finds",
    arguments: trees)
  func windows(tree: Tree) throws {
    let (count, size) = (tree.count, tree.size)
    let boxes = boxes(count, seed: UInt64(count), size: size)
    let database = try file(boxes, limit: tree.limit, batch: tree.batch)
    #expect(try check(database) == "ok")
    #expect(
      try numbers("SELECT id FROM rtree_t_geom ORDER BY id", database)
        == Array(1..<count + 1))
    var random = SplitMix64(seed: 7)
    for _ in 0..<50 {
      let x = Double.random(in: -190...180, using: &random)
      let y = Double.random(in: 49.9...52, using: &random)
      let width = Double.random(in: 0...40, using: &random)
      let height = Double.random(in: 0...0.5, using: &random)
      let window = Box(minX: x, minY: y, maxX: x + width, maxY: y + height)
      let found = try numbers(
        """
        SELECT id FROM rtree_t_geom WHERE maxx >= \(window.minX) AND minx <= \(window.maxX)
        AND maxy >= \(window.minY) AND miny <= \(window.maxY) ORDER BY id
        """, database)
      let wanted = boxes.indices.filter { boxes[$0].intersects(window) }.map { $0 + 1 }
      // Boxes are rounded outwards by less than 2^-22 of 200: few more may be found, and none fewer.
      #expect(Set(found).isSuperset(of: wanted))
      let near = window.padded(by: 200 / 4_194_304)
      #expect(found.allSatisfy { boxes[$0 - 1].intersects(near) })
    }
  }

  @Test("rows may be added, moved and deleted afterwards, as in a tree that SQLite filled")
  func changes() throws {
    let boxes = boxes(3000, seed: 1, size: 0.1)
    let database = try file(boxes)
    try database.execute("DELETE FROM rtree_t_geom WHERE id % 3 = 0")
    try database.execute(
      """
      WITH RECURSIVE n(i) AS (SELECT 3001 UNION ALL SELECT i + 1 FROM n WHERE i < 6000)
      INSERT INTO rtree_t_geom SELECT i, i % 360 - 180, i % 360 - 179, 51, 51.1 FROM n
      """)
    try database.execute("UPDATE rtree_t_geom SET miny = 10, maxy = 11 WHERE id % 3 = 1")
    #expect(try check(database) == "ok")
    #expect(
      try numbers("SELECT count(*) FROM rtree_t_geom WHERE maxy < 12", database) == [2000])
    #expect(try numbers("SELECT count(*) FROM rtree_t_geom", database) == [5000])
  }

  @Test("nodes are as full as they can be, and equal boxes make equal bytes")
  func bytes() throws {
    let boxes = boxes(10_000, seed: 3, size: 0)
    let database = try file(boxes, name: "a.gpkg")
    _ = try file(boxes, name: "b.gpkg")
    #expect(try folder.read("a.gpkg") == folder.read("b.gpkg"))
    // 10,000 / 51 = 196.08 leaves, 197 / 51 = 3.9 above them, and the root.
    #expect(try numbers("SELECT count(*) FROM rtree_t_geom_node", database) == [197 + 4 + 1])
  }

  @Test("places at one point, and those far beyond numbers of 32 bits, are kept and found")
  func extremes() throws {
    let far = 1e300
    let points = Array(repeating: Box(minX: 1, minY: 2, maxX: 1, maxY: 2), count: 200)
    let database = try file(points + [Box(minX: -far, minY: -far, maxX: far, maxY: far)])
    #expect(try check(database) == "ok")
    #expect(
      try numbers(
        "SELECT count(*) FROM rtree_t_geom WHERE minx <= 1 AND maxx >= 1 AND miny <= 2 AND maxy >= 2",
        database) == [201])
  }
}
