/// The rings of many records as they stand in a file, held as columns.
package struct RingColumns: Sendable, Equatable {
  /// The vertices' eastings or longitudes, ring after ring.
  package private(set) var x: [Double] = []
  /// The vertices' northings or latitudes, ring after ring.
  package private(set) var y: [Double] = []
  /// The first vertex of each ring, and the number of vertices at the end.
  package private(set) var ringStarts: [Int] = [0]
  /// Which of its record's polygons each ring belongs to, where the file says so; else 0.
  package private(set) var ringPolygons: [Int32] = []
  /// The first ring of each record, and the number of rings at the end.
  package private(set) var recordStarts: [Int] = [0]

  /// Creates columns without records.
  package init() {}

  /// The number of records, null shapes included.
  package var recordCount: Int { recordStarts.count - 1 }

  /// Returns the rings of a record; none for a null shape.
  package func rings(ofRecord record: Int) -> Range<Int> {
    recordStarts[record]..<recordStarts[record + 1]
  }

  /// Returns the vertices of a ring.
  package func vertices(ofRing ring: Int) -> Range<Int> {
    ringStarts[ring]..<ringStarts[ring + 1]
  }

  /// The rings appended since the last record ended.
  var unfinishedRings: Range<Int> { (recordStarts.last ?? 0)..<ringStarts.count - 1 }

  /// Appends a record given as a file holds it: where each ring starts, and all coordinates.
  ///
  /// - Parameters:
  ///   - starts: The first vertex of each ring, at least one, the first of them 0.
  ///   - x: The eastings or longitudes, ring after ring.
  ///   - y: The northings or latitudes.
  ///   - polygons: Which polygon each ring belongs to, where the file says so.
  package mutating func append(
    starts: [Int32], x: [Double], y: [Double], polygons: [Int32]? = nil
  ) {
    let base = self.x.count
    self.x.append(contentsOf: x)
    self.y.append(contentsOf: y)
    for start in starts.dropFirst() { ringStarts.append(base + Int(start)) }
    ringStarts.append(self.x.count)
    ringPolygons.append(contentsOf: polygons ?? Array(repeating: 0, count: starts.count))
    endRecord()
  }

  /// Appends a ring of other columns, and its first vertex again where it must be closed.
  mutating func appendRing(_ ring: Int, of other: RingColumns, closing: Bool) {
    let vertices = other.vertices(ofRing: ring)
    x.append(contentsOf: other.x[vertices])
    y.append(contentsOf: other.y[vertices])
    if closing {
      x.append(other.x[vertices.lowerBound])
      y.append(other.y[vertices.lowerBound])
    }
    ringStarts.append(x.count)
    ringPolygons.append(other.ringPolygons[ring])
  }

  /// Takes the rings away from the record that was appended last.
  mutating func emptyLastRecord() {
    let first = recordStarts[recordCount - 1]
    x.removeLast(x.count - ringStarts[first])
    y.removeLast(y.count - ringStarts[first])
    ringStarts.removeLast(ringStarts.count - 1 - first)
    ringPolygons.removeLast(ringPolygons.count - first)
    recordStarts[recordCount] = first
  }

  /// Ends a record.
  ///
  /// - Returns: Whether it has a ring; one without is a null shape.
  @discardableResult
  package mutating func endRecord() -> Bool {
    recordStarts.append(ringStarts.count - 1)
    return !rings(ofRecord: recordCount - 1).isEmpty
  }
}
