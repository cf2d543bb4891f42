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
    let stated = try 2 * shapes.bigEndian(at: content - 4)
    guard stated == length else {
      throw refuse("its length is \(stated) bytes in the .shp and \(length) in the .shx")
    }
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

  /// Returns the number of records in the `.shp`, those that the index does not know included.
  ///
  /// Bytes that no entry of the index covers are either leftovers of editing, which are allowed, or
  /// whole records whose entries are missing. The latter are told by a header that numbers them
  /// beyond the index and lengths that fill the gap.
  ///
  /// - Throws: ``ShapefileError/badRecord(path:record:reason:)`` for two records in one place.
  /// - Complexity: O(*n* log *n*) for *n* records.
  func countRecords(in shapes: inout ByteFile) throws(ShapefileError) -> Int {
    let order = offsets.indices.sorted { (offsets[$0], $0) < (offsets[$1], $1) }
    let end = try 2 * shapes.bigEndian(at: 24)
    var total = count
    var covered = 100
    for record in order {
      guard offsets[record] >= covered else {
        throw .badRecord(
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
