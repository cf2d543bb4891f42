package import Parts

extension DistinctSample: PartCodable {
  /// Appends what is kept, ascending, as distances from the number before.
  package func encode(into part: inout PartEncoder) {
    let (level, kept) = contents
    part.encode(count)
    part.encode(level)
    part.append(number: UInt64(kept.count))
    var last: UInt64 = 0
    for (number, count) in kept {
      part.append(number: number - last)
      part.encode(count)
      last = number
    }
  }

  package init(from part: inout PartDecoder) throws(PartError) {
    let (count, level, keptCount) = (try part.count(), try part.count(), try part.elementCount())
    var kept: [(number: UInt64, count: Int)] = []
    var last: UInt64 = 0
    for _ in 0..<min(keptCount, Self.limit + 1) {
      let (number, isOver) = last.addingReportingOverflow(try part.number())
      let count = try part.count()
      guard !isOver, number > last, count > 0 else {
        throw part.unreadable("a sample of numbers")
      }
      kept.append((number, count))
      last = number
    }
    guard let sample = DistinctSample(count: count, level: level, kept: kept) else {
      throw part.unreadable("a sample of numbers")
    }
    self = sample
  }
}
