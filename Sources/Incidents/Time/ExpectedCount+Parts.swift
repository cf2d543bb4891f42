package import Parts

extension ExpectedCount: PartCodable {
  /// The most incidents that are believed: the units of twice as many have room in 128 bits.
  package static let largestCount = 1 << 40

  /// Appends the incidents and, where there are any, how they lie to the hours.
  package func encode(into part: inout PartEncoder) {
    part.encode(incidents)
    if incidents == 0 { return }
    part.encode(must)
    part.encode(could)
    part.append(units: units)
  }

  package init(from part: inout PartDecoder) throws(PartError) {
    self.init()
    incidents = try part.count()
    if incidents == 0 { return }
    (must, could, units) = (try part.count(), try part.count(), try part.units())
    guard must <= could, could <= incidents, incidents <= Self.largestCount,
      (Int128(must) * Self.unitsPerIncident...Int128(could) * Self.unitsPerIncident).contains(units)
    else {
      throw .inconsistent(
        "\(must) of \(incidents) incidents must and \(could) could lie in the hours")
    }
  }
}

extension PartEncoder {
  /// Appends units of ``ExpectedCount``, at least 0: whole incidents and the rest, which is mostly none.
  package mutating func append(units: Int128) {
    let (incidents, rest) = units.quotientAndRemainder(dividingBy: ExpectedCount.unitsPerIncident)
    append(wideNumber: UInt128(incidents))
    append(wideNumber: UInt128(rest))
  }
}

extension PartDecoder {
  /// Reads units of ``ExpectedCount``, of no more incidents than are believed.
  package mutating func units() throws(PartError) -> Int128 {
    let (incidents, rest) = (try wideNumber(), try wideNumber())
    guard incidents <= UInt128(ExpectedCount.largestCount), rest < ExpectedCount.unitsPerIncident
    else { throw unreadable("a number of incidents") }
    return Int128(incidents) * ExpectedCount.unitsPerIncident + Int128(rest)
  }
}
