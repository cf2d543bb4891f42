import GeoPackages
import Shapefiles

extension BoundaryFile {
  /// Reads a layer of a GeoPackage; rows that are no areas are left out.
  init(geoPackage address: GeoPackageAddress) throws(BoundaryError) {
    let reader: GeoPackageReader
    do { reader = try GeoPackageReader(address) } catch { throw .geoPackage(error) }
    var rings = RingColumns()
    var columns = Array(repeating: [String](), count: reader.columns.count)
    var leftOut: [ShapefileWarning] = []
    while try Self.next(reader) {
      if let reason = Self.append(reader.geometry, to: &rings) {
        leftOut.append(.leftOut(record: reader.rowNumber, reason: reason))
      }
      for column in columns.indices { columns[column].append(reader.text(ofColumn: column)) }
    }
    self.init(
      name: BoundaryFormat.geoPackage(address).layerName(of: reader.path), path: reader.path,
      rawRings: rings,
      attributes: AreaAttributes(
        fields: reader.columns.map { AreaField(name: $0.name, kind: .init($0.kind)) },
        columns: columns),
      leftOut: leftOut, projection: reader.crs, encodingSource: "the GeoPackage standard",
      noun: "row")
  }

  /// Appends a row's rings, none where it is no area.
  ///
  /// - Returns: Why it is none; nil if it is one.
  private static func append(_ geometry: GeometryReader, to rings: inout RingColumns) -> String? {
    let found: String
    switch geometry.kind {
    case .areas:
      return AreaRecord.append(
        x: geometry.x, y: geometry.y, ringEnds: geometry.ringEnds,
        polygonEnds: geometry.polygonEnds, to: &rings)
    case .none:
      rings.endRecord()
      return nil
    case .point: found = "a point"
    case .points: found = "a group of points"
    case .lines: found = "a line"
    case .other(let words): found = words
    }
    rings.endRecord()
    return AreaRecord.fault(of: found)
  }

  private static func next(_ reader: GeoPackageReader) throws(BoundaryError) -> Bool {
    do { return try reader.next() } catch { throw .geoPackage(error) }
  }
}

extension AreaField.Kind {
  /// Takes the type of a GeoPackage's column.
  fileprivate init(_ kind: GeoPackageReader.Column.Kind) {
    self =
      switch kind {
      case .text, .dateTime: .text
      case .integer: .integer
      case .real: .real
      case .boolean: .logical
      case .date: .date
      }
  }
}
