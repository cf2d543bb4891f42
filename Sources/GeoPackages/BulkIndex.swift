/// The R-tree of a layer, filled in bulk.
///
/// An `INSERT` into SQLite's R-tree looks for the best place of each box and splits nodes on the way,
/// which takes several times as long as all the rest of a file. Here the boxes are kept until there
/// are many, packed into full nodes, and written into the tables in which SQLite keeps the tree.
///
/// Memory is 36 bytes for each of at most ``batch`` boxes, and 24 for each node: half a byte a row.
/// Beyond one batch the tree is several that lie over each other below one root.
///
/// The tables and the bytes of a node are described in SQLite's `ext/rtree/rtree.c`, "Database Format
/// of R-Tree Tables", https://www.sqlite.org/src/file/ext/rtree/rtree.c; the version of SQLite does
/// not change them, since they are in files that others read.
struct BulkIndex {
  /// How many boxes are kept before they are packed.
  static let batch = 1 << 20
  /// The bytes of a node's head, and of each box: its number and four edges.
  private static let (headLength, boxLength) = (4, 24)
  /// The node at the top, which SQLite makes with the tree.
  private static let root = 1

  private let nodes: Statement
  private let rows: Statement
  private let parents: Statement
  private let top: Statement
  /// How long a node is, which SQLite settles by the size of the pages when it makes the tree.
  private let nodeLength: Int
  /// How many boxes a node gets at most: 51 with pages of 4096 bytes.
  private let capacity: Int
  private let batch: Int
  private var entries: [IndexEntry] = []
  /// The nodes that no other node holds yet.
  private var level: [IndexEntry] = []
  private var nextNode = Self.root + 1

  /// Begins the index of a table whose R-tree has been made and is empty.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - database: The file.
  ///   - limit: How many boxes a node gets at most, where that is fewer than it has room for.
  ///   - batch: How many boxes are kept.
  /// - Throws: ``DatabaseError``.
  init(
    of table: String, in database: Database, limit: Int = .max, batch: Int = Self.batch
  ) throws(DatabaseError) {
    func statement(_ text: String, _ suffix: String) throws(DatabaseError) -> Statement {
      let name = GeoPackageSchema.quoted("rtree_\(table)_geom_\(suffix)")
      return try Statement(text.replacing("TABLE", with: name), in: database)
    }
    nodes = try statement("INSERT INTO TABLE VALUES (?, ?)", "node")
    rows = try statement("INSERT INTO TABLE VALUES (?, ?)", "rowid")
    parents = try statement("INSERT INTO TABLE VALUES (?, ?)", "parent")
    top = try statement("UPDATE TABLE SET data = ? WHERE nodeno = \(Self.root)", "node")
    let size = try statement("SELECT length(data) FROM TABLE WHERE nodeno = \(Self.root)", "node")
    _ = try size.step()
    nodeLength = size.integer(0)
    capacity = min(limit, (nodeLength - Self.headLength) / Self.boxLength)
    self.batch = batch
  }

  /// Adds the box of a row; rows come in the order of their numbers.
  mutating func append(_ entry: IndexEntry) throws(DatabaseError) {
    entries.append(entry)
    if entries.count == batch { try packRows() }
  }

  /// Writes what is left and the nodes above.
  mutating func finish() throws(DatabaseError) {
    if level.isEmpty && entries.count <= capacity {
      // The rows of a small tree are in the root.
      for entry in entries { try insert(entry.number, Self.root, by: rows) }
      return try writeTop(entries, depth: 0)
    }
    try packRows()
    var depth = 1
    while level.count > capacity {
      try packLevel()
      depth += 1
    }
    for entry in level { try insert(entry.number, Self.root, by: parents) }
    try writeTop(level, depth: depth)
    level = []
  }

  /// Packs the kept boxes into nodes, and tells of each row in which node it is.
  private mutating func packRows() throws(DatabaseError) {
    if entries.isEmpty { return }
    let (made, holders) = try pack(entries)
    level += made
    for (entry, holder) in zip(entries, holders) {
      try insert(entry.number, Int(holder), by: rows)
    }
    entries.removeAll(keepingCapacity: true)
  }

  /// Packs the nodes that no other holds into nodes above them.
  private mutating func packLevel() throws(DatabaseError) {
    let (above, holders) = try pack(level)
    for (entry, holder) in zip(level, holders) {
      try insert(entry.number, Int(holder), by: parents)
    }
    level = above
  }

  /// Writes boxes as nodes.
  ///
  /// - Parameter entries: The boxes.
  /// - Returns: The nodes, and the number of the node that holds each box.
  /// - Throws: ``DatabaseError``.
  private mutating func pack(
    _ entries: [IndexEntry]
  ) throws(DatabaseError) -> (made: [IndexEntry], holders: [UInt32]) {
    var made: [IndexEntry] = []
    let packing = TilePacking(entries, capacity: capacity)
    var holders = [UInt32](repeating: 0, count: entries.count)
    var node = NodeBytes(length: nodeLength)
    for index in 0..<packing.nodeCount {
      let places = packing.order[packing.places(ofNode: index)]
      node.begin(depth: 0, count: places.count)
      for position in places {
        holders[Int(position)] = UInt32(nextNode)
        node.append(entries[Int(position)])
      }
      nodes.bind(nextNode, 1)
      nodes.bind(node.bytes, 2)
      try nodes.run()
      made.append(
        IndexEntry(number: nextNode, joining: places.lazy.map { entries[Int($0)] }))
      nextNode += 1
    }
    return (made, holders)
  }

  private func writeTop(_ entries: [IndexEntry], depth: Int) throws(DatabaseError) {
    var node = NodeBytes(length: nodeLength)
    node.begin(depth: depth, count: entries.count)
    for entry in entries { node.append(entry) }
    top.bind(node.bytes, 1)
    try top.run()
  }

  private func insert(_ number: Int, _ holder: Int, by statement: Statement) throws(DatabaseError) {
    statement.bind(number, 1)
    statement.bind(holder, 2)
    try statement.run()
  }
}
