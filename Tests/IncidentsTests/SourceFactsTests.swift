import Parts
import Statistics
import TestSupport
import Testing

@testable import Incidents

@Suite("What is known of a file, as bytes")
struct SourceFactsTests {
  private let folder = TemporaryFolder()

  /// Files whose facts differ in every way.
  private func sources() throws -> [IncidentSource] {
    let texts = [
      "plain.csv": "Crime ID,Longitude,Latitude,Month,Crime type\nx,-0.1,51.5,2025-01,Theft\n",
      "semicolons.csv":
        "Report of all offences\n\nid;easting;northing;from;to;type\n1;530500,5;180000,25;31/01/2025 10:00;;A\n",
      "pairs.csv": "position,date\n\"51.5,-0.12\",1490983200\n\"51.6,-0.13\",1490983300\n",
      "nothing.csv": "who,what\nA,B\n",
      "latin.csv": "name,easting,northing\nCaf\u{e9},530500,180000\n",
      "points.geojson": """
      {"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": {"type": "Point",
      "coordinates": [-0.1, 51.5]}, "properties": {"type": "Theft", "date": "2025-02-03"}}]}
      """,
    ]
    return try texts.sorted { $0.key < $1.key }.map { name, text in
      try IncidentSource(
        path: folder.file(name, text), readsDates: true, needsDates: false)
    }
  }

  @Test("a source made of facts has what results ask of it, and no rows")
  func sameFacts() throws {
    let opened = try sources()
    #expect(SourceFacts(of: opened[1]).columns.header.count == 2)
    for source in opened {
      let facts = try decoded(encoded(SourceFacts(of: source)))
      #expect(facts == SourceFacts(of: source))
      let copy = IncidentSource(facts)
      #expect(SourceFacts(of: copy) == SourceFacts(of: source))
      #expect(copy.path == source.path && copy.crs == source.crs && copy.epoch == source.epoch)
      #expect(copy.columns == source.columns && copy.delimiter == source.delimiter)
      #expect(copy.coordinates.position?.crs == source.coordinates.position?.crs)
      #expect(copy.encoding == source.encoding)
      #expect(copy.part.file == source.part.file && copy.dateOrder == source.dateOrder)
      #expect(copy.expectedRows(ofBytes: 100) == nil && copy.bytesRead == 0)
    }
  }

  @Test("changed bytes are errors or facts")
  func hostileBytes() throws {
    var random = SplitMix64(seed: 7)
    for source in try sources() {
      let bytes = encoded(SourceFacts(of: source))
      for _ in 0..<300 {
        var forged = bytes
        forged[Int.random(in: forged.indices, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
        if Bool.random(using: &random) {
          forged.removeLast(Int.random(in: 1...forged.count, using: &random))
        }
        guard let facts = try? decoded(forged) else { continue }
        let copy = IncidentSource(facts)
        #expect(SourceFacts(of: copy) == facts)
        _ = (copy.crs, copy.columns.summary, copy.columns.time?.isMonth, copy.dateOrderProblem)
      }
    }
  }

  private func encoded(_ facts: SourceFacts) -> [UInt8] {
    var part = PartEncoder()
    part.encode(facts)
    return part.bytes
  }

  private func decoded(_ bytes: [UInt8]) throws(PartError) -> SourceFacts {
    var part = PartDecoder(bytes)
    let facts: SourceFacts = try part.decode()
    try part.finish()
    return facts
  }
}
