extension ShapeIndex {
  /// Reads the index of a Shapefile, or makes it again from the `.shp`.
  ///
  /// - Parameters:
  ///   - shapes: The `.shp`.
  ///   - paths: The files.
  ///   - kind: What the records must be.
  ///   - attributes: How many records the attribute table has; `nil` if it does not matter.
  ///   - rebuilds: Whether an index that is missing, damaged or in disagreement is made again, in
  ///     memory alone.
  /// - Throws: ``ShapefileError``; where ``ShapefileError/isOfIndex`` rebuilding mends it.
  init(
    of shapes: inout ByteFile, _ paths: ShapefilePaths, holding kind: Kind, attributes: Int?,
    rebuilds: Bool
  ) throws(ShapefileError) {
    do throws(ShapefileError) {
      var index = try paths.open("shx")
      try self.init(shapes: &shapes, index: &index, holding: kind)
      try checkOrder(in: &shapes)
      let records = try countRecords(in: &shapes)
      if records != count || attributes.map({ $0 != count }) == true {
        throw .differingCounts(
          path: shapes.path, shapes: records, index: count, attributes: attributes ?? count)
      }
      if rebuilds { for record in offsets.indices { try checkLength(of: record, in: &shapes) } }
    } catch {
      guard rebuilds && error.isOfIndex else { throw error }
      self = try Self.rebuilt(from: &shapes, holding: kind)
      if let attributes, attributes != count {
        throw .differingCounts(
          path: shapes.path, shapes: count, index: count, attributes: attributes)
      }
    }
  }

  /// Finds the records in the `.shp`, one behind the other.
  ///
  /// Each has a number. Where these are those from the first to the last, they say which record
  /// belongs to which row of the attributes; where they only rise, or are all the same, the records
  /// lie in the order of the rows.
  ///
  /// - Throws: ``ShapefileError/badRecord(path:record:reason:)`` where the `.shp` cannot be followed
  ///   either.
  /// - Complexity: O(*n* log *n*) for *n* records.
  private static func rebuilt(
    from shapes: inout ByteFile, holding kind: Kind
  ) throws(ShapefileError) -> ShapeIndex {
    let (type, end) = try header(of: &shapes, holding: kind)
    var (numbers, offsets, lengths): ([Int], [Int], [Int]) = ([], [], [])
    var offset = 100
    while offset < end {
      let isThere = offset + 12 <= end
      let length = isThere ? try 2 * shapes.bigEndian(at: offset + 4) : 0
      let found = isThere ? try shapes.littleEndian(at: offset + 8) : -1
      guard length >= 4, offset + 8 + length <= end,
        found == type.rawValue || found == ShapeType.null.rawValue
      else {
        throw .badRecord(
          path: shapes.path, record: offsets.count + 1,
          reason: "no record begins at byte \(offset), so the index cannot be made again")
      }
      numbers.append(try shapes.bigEndian(at: offset))
      offsets.append(offset)
      lengths.append(length)
      offset += 8 + length
    }
    var order = Array(offsets.indices)
    if !zip(numbers, numbers.dropFirst()).allSatisfy({ $0 < $1 }) {
      order.sort { numbers[$0] < numbers[$1] }
      let first = numbers.min() ?? 0
      let isComplete = order.enumerated().allSatisfy { numbers[$1] == first + $0 }
      guard isComplete || numbers.allSatisfy({ $0 == first }) else {
        throw .badRecord(
          path: shapes.path, record: 1,
          reason: "the numbers of the records repeat or leave gaps, so which row of the attributes "
            + "belongs to which record is unknown")
      }
      if !isComplete { order = Array(offsets.indices) }
    }
    return ShapeIndex(
      rebuilt: type, offsets: order.map { offsets[$0] }, lengths: order.map { lengths[$0] })
  }

  /// The bytes of a `.shx` that says the same.
  ///
  /// - Parameter head: The first hundred bytes of the `.shp`.
  /// - Returns: The bytes.
  func bytes(head: ArraySlice<UInt8>) -> [UInt8] {
    func bigEndian(_ value: Int) -> [UInt8] {
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
    var bytes = Array(head)
    bytes.replaceSubrange(24..<28, with: bigEndian((100 + 8 * count) / 2))
    for record in offsets.indices {
      bytes += bigEndian(offsets[record] / 2) + bigEndian(lengths[record] / 2)
    }
    return bytes
  }
}
