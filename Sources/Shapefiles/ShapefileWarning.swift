/// Something in a Shapefile that was put right or left out; records and rings count from 1.
package enum ShapefileWarning: Sendable, Equatable {
  /// A record without an outline was left out.
  case nullShape(record: Int)
  /// A ring with fewer than four points was left out.
  case shortRing(record: Int, ring: Int, points: Int)
  /// A ring whose points lie on one line, or all in one place, was left out; it encloses nothing.
  case flatRing(record: Int, ring: Int)
  /// A ring that repeats an earlier one of its record was left out.
  case repeatedRing(record: Int, ring: Int)
  /// A ring whose last point differs from its first was closed with a straight line.
  case openRing(record: Int, ring: Int)
  /// A record that cannot be an area was left out.
  case leftOut(record: Int, reason: String)
  /// The `.shx` was missing or damaged, and the places of the records come from the `.shp` alone.
  case rebuiltIndex
  /// Records that the attribute table marks as deleted were left out.
  case deletedRecords(count: Int, first: Int)
  /// The `.cpg` names an encoding that is not known.
  case unknownCodePage(String, used: TextEncoding)
  /// The attribute table's language driver is not known.
  case unknownLanguageDriver(UInt8, used: TextEncoding)
  /// The text is not valid in the encoding that the files name.
  case wrongEncoding(named: TextEncoding, used: TextEncoding)

  /// The record it is about, from 1; `nil` if it is about the whole file.
  package var record: Int? {
    switch self {
    case .nullShape(let record), .shortRing(let record, _, _), .flatRing(let record, _),
      .openRing(let record, _), .repeatedRing(let record, _), .leftOut(let record, _):
      record
    default: nil
    }
  }

  /// Why the record is not an area as it stands; `nil` if it is about less than that.
  package var fault: String? {
    switch self {
    case .leftOut(_, let reason): reason
    case .nullShape: "it has no outline"
    case .openRing(_, let ring):
      "ring \(ring) is not closed, its last position must be its first"
    default: nil
    }
  }

  /// Returns the warning in words.
  ///
  /// - Parameters:
  ///   - code: The code of the record's area, where it is known.
  ///   - noun: What the format calls a record.
  /// - Returns: A sentence without its full stop.
  package func words(code: String?, noun: String = "record") -> String {
    let area = code.map { " ('\($0)')" } ?? ""
    return switch self {
    case .nullShape(let record): "\(noun) \(record)\(area) has no outline and is left out"
    case .shortRing(let record, let ring, let points):
      "\(noun) \(record)\(area): ring \(ring) has \(points) points, at least 4 are needed; "
        + "the ring is left out"
    case .flatRing(let record, let ring):
      "\(noun) \(record)\(area): ring \(ring) encloses nothing and is left out"
    case .repeatedRing(let record, let ring):
      "\(noun) \(record)\(area): ring \(ring) repeats an earlier one and is left out"
    case .openRing(let record, let ring):
      "\(noun) \(record)\(area): ring \(ring) is not closed; a straight line closes it"
    case .leftOut(let record, let reason):
      "\(noun) \(record)\(area) is left out: \(reason)"
    case .rebuiltIndex:
      "the index (.shx) cannot be used; where the records lie was found in the .shp"
    case .deletedRecords(1, let first):
      "record \(first) is marked as deleted in the .dbf and is left out"
    case .deletedRecords(let count, let first):
      "\(count) records are marked as deleted in the .dbf and are left out, the first is \(first)"
    case .unknownCodePage(let name, let used):
      "the .cpg names an unknown encoding '\(name)'; text is read as \(used.rawValue)"
    case .unknownLanguageDriver(let byte, let used):
      "the .dbf names an unknown language driver \(byte); text is read as \(used.rawValue)"
    case .wrongEncoding(let named, let used):
      "text in the .dbf is not \(named.rawValue), which the files name; "
        + "it is read as \(used.rawValue)"
    }
  }
}

extension [ShapefileWarning] {
  /// Returns warnings of records that were left out and of those that were repaired, in their order.
  ///
  /// - Parameters:
  ///   - leftOut: Records that were left out, whose rings have been taken away.
  ///   - repairs: What was repaired in the rings of all.
  /// - Returns: The warnings; of a record that was left out none that it has no outline.
  package static func ordered(leftOut: Self, repairs: Self) -> Self {
    if leftOut.isEmpty { return repairs }
    let records = Set(leftOut.compactMap(\.record))
    let others = repairs.filter { warning in
      if case .nullShape(let record) = warning { !records.contains(record) } else { true }
    }
    return (leftOut + others).enumerated().sorted {
      ($0.element.record ?? 0, $0.offset) < ($1.element.record ?? 0, $1.offset)
    }.map(\.element)
  }
}
