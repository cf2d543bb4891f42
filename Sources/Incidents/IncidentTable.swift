/// A batch of incidents, held as columns; its size is bounded by the block they were read from.
///
/// Only incidents that are neither rejected nor filtered are in it. Columns that were not asked for
/// are empty.
public struct IncidentTable: Sendable {
  /// How many incidents there are.
  public internal(set) var count = 0
  /// The eastings or longitudes, as in the file; not-a-number without coordinates.
  public var x: [Double] = []
  /// The northings or latitudes.
  public var y: [Double] = []
  /// The number of each incident's category in its worker's list of names.
  package internal(set) var category: [UInt16] = []
  /// The start of each incident's window.
  package internal(set) var start: [ParsedTime] = []
  /// The end of each incident's window.
  package internal(set) var end: [ParsedTime] = []
  /// When each incident happened, where windows are asked for.
  package internal(set) var window: [TimeWindow] = []
  /// How each window lies to the hours asked for.
  package internal(set) var share: [WindowShare] = []
  /// For each of the columns asked for as hashes, the number of each incident's field.
  package internal(set) var hashes: [[UInt64]] = []
  /// What each incident counts for, where weights are asked for.
  package internal(set) var weight: [Double] = []
  /// How many incidents each row stands for; empty where each is one.
  package internal(set) var multiplicity: [Int] = []
  /// The sets of which each incident is part: bit *i* for set *i*.
  package internal(set) var sets: [UInt32] = []
  /// Each of the columns asked for as labels.
  package internal(set) var labels: [LabelColumn] = []
  /// What each row says of its area, where areas are told by a column.
  package internal(set) var areaLabels = LabelColumn(limit: Self.areaLimit)
  /// The fields of each of the columns that tell persons or premises apart.
  package internal(set) var identities: [TextColumn] = []
  /// The fields of each of the columns asked for as text.
  package internal(set) var texts: [TextColumn] = []
  /// How the text of the batch's rows is encoded, those not in the batch included.
  package internal(set) var textKind = TextKind.ascii
  /// The position of the batch's file among those that are read.
  package internal(set) var file = 0
  /// The position of the batch's block within its file.
  package internal(set) var block = 0
  /// Which of all batches of the reading this is, from 0, in the order of files and rows.
  ///
  /// Several batches have one number where a worker makes them of one share of features.
  package internal(set) var sequence = 0
  /// Whether no other batch with this number follows.
  package internal(set) var isLast = true
  /// The row of each incident in its block, where rows are kept.
  var rows: [Int32] = []
  /// The block that the rows are in, where rows are kept; read again for the next batch.
  var text: TextBlock?
  /// The keys of the batch's rows, where each key counts once.
  var keys: [KeyedRow] = []

  /// The most different areas that a column may name: more than any country has.
  static let areaLimit = 1_000_000

  /// Whether a column has more different values than are numbered.
  var hasOverfullLabels: Bool { labels.contains(where: \.isOverfull) || areaLabels.isOverfull }

  /// Returns how many incidents a row stands for.
  @inline(__always)
  package func multiplicity(of row: Int) -> Int { multiplicity.isEmpty ? 1 : multiplicity[row] }

  /// The incidents that all rows stand for.
  package var incidents: Int { multiplicity.isEmpty ? count : multiplicity.reduce(0, +) }

  /// Creates an empty batch.
  init() {}

  /// Creates a batch of places, categories and starts.
  package init(x: [Double], y: [Double], category: [UInt16], start: [ParsedTime] = []) {
    count = x.count
    self.x = x
    self.y = y
    self.category = category
    self.start = start
  }

  mutating func removeAll() {
    count = 0
    rows.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
    x.removeAll(keepingCapacity: true)
    y.removeAll(keepingCapacity: true)
    category.removeAll(keepingCapacity: true)
    start.removeAll(keepingCapacity: true)
    end.removeAll(keepingCapacity: true)
    window.removeAll(keepingCapacity: true)
    share.removeAll(keepingCapacity: true)
    weight.removeAll(keepingCapacity: true)
    multiplicity.removeAll(keepingCapacity: true)
    sets.removeAll(keepingCapacity: true)
    areaLabels.removeAll()
    for column in labels.indices { labels[column].removeAll() }
    for column in hashes.indices { hashes[column].removeAll(keepingCapacity: true) }
    for column in texts.indices { texts[column].removeAll() }
    for column in identities.indices { identities[column].removeAll() }
  }

  /// Returns a table of some incidents' coordinates alone.
  ///
  /// - Parameter positions: The incidents, by their positions here.
  /// - Returns: The table, in the order of the positions.
  package func places(of positions: [Int32]) -> IncidentTable {
    var table = IncidentTable()
    table.count = positions.count
    table.x = positions.map { x[Int($0)] }
    table.y = positions.map { y[Int($0)] }
    return table
  }

  /// Removes the incidents without coordinates, which only a request that keeps them has.
  ///
  /// - Complexity: O(*n*).
  package mutating func removeUnplaced() {
    guard x.contains(where: \.isNaN) else { return }
    keep(where: x.map { !$0.isNaN })
  }

  /// Keeps the incidents that are marked.
  ///
  /// - Complexity: O(*n*).
  mutating func keep(where isKept: [Bool]) {
    func keep<Value>(_ column: inout [Value]) {
      guard !column.isEmpty else { return }
      column = zip(column, isKept).filter(\.1).map(\.0)
    }
    keep(&category)
    keep(&start)
    keep(&end)
    keep(&window)
    keep(&share)
    keep(&weight)
    keep(&multiplicity)
    keep(&sets)
    areaLabels.keep(where: isKept)
    for column in labels.indices { labels[column].keep(where: isKept) }
    keep(&rows)
    for column in hashes.indices { keep(&hashes[column]) }
    for column in texts.indices { texts[column].keep(where: isKept) }
    for column in identities.indices { identities[column].keep(where: isKept) }
    keep(&x)
    keep(&y)
    count = isKept.count(where: \.self)
  }
}
