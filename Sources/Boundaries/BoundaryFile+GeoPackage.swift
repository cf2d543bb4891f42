import GeoPackages
import Shapefiles

extension BoundaryFile {
  /// Reads a layer of a GeoPackage.
  init(geoPackage address: GeoPackageAddress) throws(BoundaryError) {
    let reader: GeoPackageReader
    do { reader = try GeoPackageReader(address) } catch { throw .geoPackage(error) }
    var rings = RingColumns()
    var columns = Array(repeating: [String](), count: reader.columns.count)
    while try Self.next(reader) {
      let geometry = reader.geometry
      let record = AreaRecord(path: reader.path, number: reader.rowNumber, noun: "row")
      switch geometry.kind {
      case .none: rings.endRecord()
      case .areas:
        try record.append(
          x: geometry.x, y: geometry.y, ringEnds: geometry.ringEnds,
          polygonEnds: geometry.polygonEnds, to: &rings)
      case .point: throw record.notAnArea("a point")
      case .points: throw record.notAnArea("a group of points")
      case .lines: throw record.notAnArea("a line")
      case .other(let words): throw record.notAnArea(words)
      }
      for column in columns.indices { columns[column].append(reader.text(ofColumn: column)) }
    }
    self.init(
      name: BoundaryFormat.geoPackage(address).layerName(of: reader.path), path: reader.path,
      rawRings: rings,
      attributes: AreaAttributes(
        fields: reader.columns.map { AreaField(name: $0.name, kind: .init($0.kind)) },
        columns: columns),
      projection: reader.crs, encodingSource: "the GeoPackage standard", noun: "row")
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
