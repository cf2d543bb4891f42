package import Parts

extension BandwidthSums: PartCodable {
  package func encode(into part: inout PartEncoder) {
    part.encode(east)
    part.encode(north)
  }

  package init(from part: inout PartDecoder) throws(PartError) {
    self.init()
    (east, north) = (try part.decode(), try part.decode())
    guard east.count == north.count else {
      throw .inconsistent("there are \(east.count) eastings and \(north.count) northings")
    }
  }
}

extension AxisSpread: PartCodable {
  /// Appends the bins, each as its distance from the one before, and how far into it positions reach.
  func encode(into part: inout PartEncoder) {
    part.encode(sum)
    part.encode(squares)
    part.append(number: UInt64(bins.count))
    var last: UInt64 = 0
    for bin in bins {
      let (lowest, highest) = (Self.ordered(bin.lowest), Self.ordered(bin.highest))
      part.append(number: lowest - last)
      part.append(number: highest - lowest)
      part.encode(bin.count)
      last = highest
    }
  }

  init(from part: inout PartDecoder) throws(PartError) {
    let (sum, squares) = (try part.decode(Int128.self), try part.decode(Int128.self))
    var bins: [Bin] = []
    var (last, count): (UInt64, Int) = (0, 0)
    for _ in 0..<(try part.elementCount()) {
      let (lowest, overflows) = last.addingReportingOverflow(try part.number())
      let (highest, overflowsToo) = lowest.addingReportingOverflow(try part.number())
      let bin = Bin(
        count: try part.count(), lowest: Self.position(ofOrdered: lowest),
        highest: Self.position(ofOrdered: highest))
      guard !overflows, !overflowsToo, abs(bin.lowest) < Self.furthest,
        abs(bin.highest) < Self.furthest, Self.bin(of: bin.lowest) == Self.bin(of: bin.highest),
        bins.last.map({ Self.bin(of: $0.highest) < Self.bin(of: bin.lowest) }) ?? true,
        bin.count > (lowest == highest ? 0 : 1)
      else { throw part.unreadable("a bin of positions") }
      bins.append(bin)
      count += bin.count
      if count > PartDecoder.largestCount { throw .inconsistent("a sum of counts is too large") }
      last = highest
    }
    guard sum.magnitude <= UInt128(count) << 50 else {
      throw .inconsistent("positions add up to more than they can")
    }
    self.init(bins: bins, sum: sum, squares: squares)
  }
}
