import Dispatch
import Geometry
import Glibc
import Shapefiles
import Synchronization

/// How faults in a file of boundaries are dealt with.
package struct BoundaryRule: Sendable {
  /// Whether a record that is no area is an error, instead of being left out.
  package var isStrict: Bool
  /// Whether the index of a Shapefile that cannot be used is made again from the rest.
  package var rebuildsIndex: Bool

  /// Leaves out what is no area and needs every file of a Shapefile, unless told otherwise.
  package init(isStrict: Bool = false, rebuildsIndex: Bool = false) {
    self.isStrict = isStrict
    self.rebuildsIndex = rebuildsIndex
  }
}

/// What a file of boundaries holds, whatever its format, before codes and names are found.
struct BoundaryFile: Sendable {
  /// The name of the layer: that of the file without folders and extension, or of its layer.
  var name: String
  /// The path of the file.
  var path: String
  /// The rings of each record, closed, each enclosing something; none for one without an outline.
  var rings: RingColumns
  /// The attributes of the same records.
  var attributes: AreaAttributes
  /// The number of each record in the file, from 1.
  var recordNumbers: [Int]
  /// The number of records in the file, those left out included.
  var recordCount: Int
  /// What the file says the coordinates mean; `nil` if it says nothing.
  var projection: String?
  /// How the text is encoded, and why.
  var encoding: TextChoice
  /// What was left out or put right.
  var warnings: [ShapefileWarning]
  /// What the format calls a record.
  var noun: String
  /// Whether the format says which rings make a polygon, and which of them is the outer one; else
  /// only the rings' directions do.
  var namesPolygons: Bool

  /// Reads the file in the format that its name tells.
  ///
  /// - Throws: ``BoundaryError``; ``BoundaryError/badRecord(path:record:reason:)`` for a record that
  ///   is no area as it stands, where the rule is strict.
  init(path: String, _ rule: BoundaryRule = BoundaryRule()) throws(BoundaryError) {
    let source = try BoundarySource(path)
    // What was unpacked is there until all of it has been read.
    defer { withExtendedLifetime(source) {} }
    switch source.format {
    case .shapefile: try self.init(shapefile: source, rebuildsIndex: rule.rebuildsIndex)
    case .geoJSON: try self.init(geoJSON: source)
    case .geoPackage(let address): try self.init(geoPackage: address)
    }
    if rule.isStrict {
      for warning in warnings {
        guard let record = warning.record, let fault = warning.fault else { continue }
        throw .badRecord(path: self.path, record: "\(noun) \(record)", reason: fault)
      }
    }
    if source.location != nil { self.path = path }
  }

  /// Why there is nothing in the file: the first record that was left out, where there is one.
  var absence: BoundaryError {
    for case .leftOut(let record, let reason) in warnings {
      return .badRecord(path: path, record: "\(noun) \(record)", reason: reason)
    }
    return .noAreas(path: path)
  }

  private init(shapefile source: BoundarySource, rebuildsIndex: Bool) throws(BoundaryError) {
    let file: Shapefile
    do {
      file = try Shapefile(
        reading: source.shownPath, at: source.location, rebuildsIndex: rebuildsIndex)
    } catch {
      throw .shapefile(error)
    }
    self.init(
      name: file.name, path: file.path, rings: file.rings,
      attributes: AreaAttributes(file.attributes), recordNumbers: file.recordNumbers,
      recordCount: file.recordCount, projection: file.projection.flatMap { $0.isEmpty ? nil : $0 },
      encoding: TextChoice(
        encoding: file.encoding.encoding.rawValue, source: file.encoding.source.rawValue),
      warnings: file.warnings, noun: "record", namesPolygons: false)
  }

  /// Takes records as they were read, and repairs their rings.
  init(
    name: String, path: String, rawRings: RingColumns, attributes: AreaAttributes,
    leftOut: [ShapefileWarning], projection: String?, encodingSource: String, noun: String
  ) {
    let numbers = Array(1...max(1, rawRings.recordCount)).prefix(rawRings.recordCount)
    let repaired = rawRings.repaired(recordNumbers: Array(numbers))
    self.init(
      name: name, path: path, rings: repaired.columns, attributes: attributes,
      recordNumbers: Array(numbers), recordCount: rawRings.recordCount, projection: projection,
      encoding: TextChoice(encoding: TextEncoding.utf8.rawValue, source: encodingSource),
      warnings: .ordered(leftOut: leftOut, repairs: repaired.warnings), noun: noun,
      namesPolygons: true)
  }

  private init(
    name: String, path: String, rings: RingColumns, attributes: AreaAttributes,
    recordNumbers: [Int], recordCount: Int, projection: String?, encoding: TextChoice,
    warnings: [ShapefileWarning], noun: String, namesPolygons: Bool
  ) {
    self.name = name
    self.path = path
    self.rings = rings
    self.attributes = attributes
    self.recordNumbers = recordNumbers
    self.recordCount = recordCount
    self.projection = projection
    self.encoding = encoding
    self.warnings = warnings
    self.noun = noun
    self.namesPolygons = namesPolygons
  }

  /// The polygons of some records.
  struct Outlines: Sendable {
    var table = OutlineTable()
    /// The positions of those that are faulty.
    var faulty: [Int] = []
    /// The positions of those with a ring of another kind than the file says.
    var rearranged: [Int] = []

    mutating func append(_ others: Outlines) {
      let count = table.areaCount
      faulty += others.faulty.map { $0 + count }
      rearranged += others.rearranged.map { $0 + count }
      table.append(contentsOf: others.table)
    }
  }

  /// How many records are worth a thread of their own.
  private static let recordsPerThread = 256

  /// Makes the polygons of some records, on several threads where there are many.
  ///
  /// - Parameter records: Records that have rings.
  /// - Returns: The outlines in the order asked for.
  /// - Throws: ``BoundaryError/badRecord(path:record:reason:)`` for the first outline that crosses
  ///   itself beyond use.
  func outlines(ofRecords records: [Int]) throws(BoundaryError) -> Outlines {
    let threads = max(
      1, min(sysconf(Int32(_SC_NPROCESSORS_ONLN)), records.count / Self.recordsPerThread))
    let made = Mutex([Result<Outlines, BoundaryError>?](repeating: nil, count: threads))
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      let first = records.count * thread / threads
      let own = records[first..<records.count * (thread + 1) / threads]
      let result = Result { () throws(BoundaryError) in try outlines(of: own) }
      made.withLock { $0[thread] = result }
    }
    var all = Outlines()
    for case let part? in made.withLock(\.self) { all.append(try part.get()) }
    return all
  }

  private func outlines(of records: ArraySlice<Int>) throws(BoundaryError) -> Outlines {
    var outlines = Outlines()
    var maker = RecordOutlines(isLoose: !namesPolygons)
    for record in records {
      let own = rings.rings(ofRecord: record)
      do {
        let outline = try maker.outline(
          groups(ofRings: own), x: rings.x, y: rings.y,
          ringStarts: rings.ringStarts[own.lowerBound...own.upperBound])
        if outline.isFaulty { outlines.faulty.append(outlines.table.areaCount) }
        if outline.isRearranged { outlines.rearranged.append(outlines.table.areaCount) }
        outlines.table.appendArea(outline.polygons)
      } catch {
        throw .badRecord(
          path: path, record: "\(noun) \(recordNumbers[record])", reason: error.reason)
      }
    }
    return outlines
  }

  /// Returns rings as positions, by the polygons that the file names.
  private func groups(ofRings own: Range<Int>) -> [[[Point]]] {
    var groups: [[[Point]]] = []
    var polygon: Int32?
    for ring in own {
      if rings.ringPolygons[ring] != polygon { groups.append([]) }
      polygon = rings.ringPolygons[ring]
      groups[groups.count - 1].append(
        rings.vertices(ofRing: ring).map { Point(x: rings.x[$0], y: rings.y[$0]) })
    }
    return groups
  }
}

/// How text is encoded, and what that was told by.
package struct TextChoice: Sendable, Equatable {
  /// The encoding's name.
  package let encoding: String
  /// What told it.
  package let source: String
}
