package import Parts

extension RowSamples: PartCodable {
  package func encode(into part: inout PartEncoder) {
    part.encode(references)
    part.encode(places)
    part.encode(keys.map { [$0.count, $0.bytes] })
  }

  package init(from part: inout PartDecoder) throws(PartError) {
    self.init()
    (references, places) = (try part.decode(), try part.decode())
    let keys = try part.decode([Int]?.self)
    guard keys.map({ $0.count == 2 && $0.allSatisfy { $0 >= 0 } }) ?? true else {
      throw part.unreadable("a number of keys")
    }
    self.keys = keys.map { ($0[0], $0[1]) }
  }
}
