extension ShapeIndex {
  /// Checks a record of the `.shp` before Shapelib allocates what it asks for.
  ///
  /// - Parameters:
  ///   - record: The record, from 0.
  ///   - shapes: The `.shp`.
  /// - Throws: ``ShapefileError/badRecord(path:record:reason:)`` for a record whose length differs
  ///   from the index or from its numbers of rings and points, that has another type than the file,
  ///   or whose rings do not follow each other.
  /// - Complexity: O(*n*) for *n* rings.
  func checkRecord(_ record: Int, of shapes: inout ByteFile) throws(ShapefileError) {
    func refuse(_ reason: String) -> ShapefileError {
      .badRecord(path: shapes.path, record: record + 1, reason: reason)
    }
    let words = type.isLine ? (one: "a line", part: "part") : (one: "an area", part: "ring")
    let content = offsets[record] + 8
    let length = lengths[record]
    try checkLength(of: record, in: &shapes)
    let number = try shapes.littleEndian(at: content)
    if number == ShapeType.null.rawValue { return }
    guard number == type.rawValue else {
      throw refuse("its shape type is \(number), the file's is \(type.rawValue)")
    }
    guard length >= 44 else { throw refuse("it has \(length) bytes, \(words.one) has at least 44") }
    let parts = try shapes.littleEndian(at: content + 36)
    let points = try shapes.littleEndian(at: content + 40)
    guard parts >= 0, points >= 0,
      type.contentLengths(parts: parts, points: points).contains(length)
    else {
      throw refuse(
        "\(parts) \(words.part)s of \(points) points do not fit into its \(length) bytes")
    }
    guard parts > 0 || points == 0 else {
      throw refuse("it has \(points) points and no \(words.part)")
    }
    var last = -1
    for part in 0..<parts {
      let start = try shapes.littleEndian(at: content + 44 + 4 * part)
      guard start > last, start < points, part > 0 || start == 0 else {
        throw refuse(
          "\(words.part) \(part + 1) starts at point \(start) of \(points), \(words.part)s must follow "
            + "each other from point 0")
      }
      last = start
    }
  }

  /// Checks that a record is as long in the `.shp` as in the index.
  ///
  /// - Throws: ``ShapefileError/indexDisagrees(path:record:reason:)``.
  func checkLength(of record: Int, in shapes: inout ByteFile) throws(ShapefileError) {
    let stated = try 2 * shapes.bigEndian(at: offsets[record] + 4)
    if stated == lengths[record] { return }
    throw .indexDisagrees(
      path: shapes.path, record: record + 1,
      reason: "its length is \(stated) bytes in the .shp and \(lengths[record]) in the .shx")
  }

  /// Checks that the index does not give a record the place of another.
  ///
  /// Records usually lie in the order of the index. Where they do not, and the `.shp` numbers them
  /// from 1 in another order than the index, one of the two is wrong.
  ///
  /// - Throws: ``ShapefileError/indexDisagrees(path:record:reason:)``.
  /// - Complexity: O(*n*) for *n* records, without reading where they lie in order.
  func checkOrder(in shapes: inout ByteFile) throws(ShapefileError) {
    if zip(offsets, offsets.dropFirst()).allSatisfy({ $0 < $1 }) { return }
    var numbers: [Int] = []
    for offset in offsets { numbers.append(try shapes.bigEndian(at: offset)) }
    guard numbers.sorted().elementsEqual(1...numbers.count),
      let wrong = numbers.indices.first(where: { numbers[$0] != $0 + 1 })
    else { return }
    throw .indexDisagrees(
      path: shapes.path, record: wrong + 1,
      reason: "where the .shx has it, the .shp has record \(numbers[wrong])")
  }

  /// Whether the records fill the `.shp` one after the other.
  private func isContiguous(to end: Int) -> Bool {
    var expected = 100
    for record in offsets.indices {
      if offsets[record] != expected { return false }
      expected += 8 + lengths[record]
    }
    return expected == end
  }

  /// Returns the number of records in the `.shp`, those that the index does not know included.
  ///
  /// Bytes that no entry of the index covers are either leftovers of editing, which are allowed, or
  /// whole records whose entries are missing. The latter are told by a header that numbers them
  /// beyond the index and lengths that fill the gap.
  ///
  /// - Throws: ``ShapefileError/indexDisagrees(path:record:reason:)`` for two records in one place.
  /// - Complexity: O(*n* log *n*) for *n* records.
  func countRecords(in shapes: inout ByteFile) throws(ShapefileError) -> Int {
    let end = try 2 * shapes.bigEndian(at: 24)
    if isContiguous(to: end) { return count }
    let order = offsets.indices.sorted { (offsets[$0], $0) < (offsets[$1], $1) }
    var total = count
    var covered = 100
    for record in order {
      guard offsets[record] >= covered else {
        throw .indexDisagrees(
          path: shapes.path, record: record + 1,
          reason: "it lies on top of another record, at byte \(offsets[record])")
      }
      total += try unindexedRecords(from: covered, to: offsets[record], of: &shapes)
      covered = offsets[record] + 8 + lengths[record]
    }
    return total + (try unindexedRecords(from: covered, to: end, of: &shapes))
  }

  /// Returns how many records beyond the index fill a gap exactly; none for leftovers of editing.
  private func unindexedRecords(
    from start: Int, to end: Int, of shapes: inout ByteFile
  ) throws(ShapefileError) -> Int {
    var found = 0
    var offset = start
    while offset + 12 <= end {
      let number = try shapes.bigEndian(at: offset)
      let length = try 2 * shapes.bigEndian(at: offset + 4)
      let kind = try shapes.littleEndian(at: offset + 8)
      guard length >= 4, offset + 8 + length <= end,
        kind == type.rawValue || kind == ShapeType.null.rawValue
      else { return 0 }
      if number > count { found += 1 }
      offset += 8 + length
    }
    return offset == end ? found : 0
  }
}
