import GeoPackages

/// The rows of a layer of a GeoPackage.
final class GeoPackageRows: FeatureRows {
  let noun = "row"
  let names: [String]
  let crs: String?
  private(set) var bytesRead = 0
  private let reader: GeoPackageReader

  /// Opens a layer.
  init(_ address: GeoPackageAddress) throws(IncidentError) {
    do throws(GeoPackageError) {
      reader = try GeoPackageReader(address)
    } catch {
      throw .geoPackage(error)
    }
    names = reader.columns.map(\.name)
    crs = reader.crs
  }

  func append(to row: inout FeatureRow) throws(IncidentError) -> Bool {
    do throws(GeoPackageError) {
      guard try reader.next() else { return false }
    } catch {
      throw .geoPackage(error)
    }
    let before = row.bytes.count
    let geometry = reader.geometry
    switch geometry.kind {
    case .none: row.appendNoPlace()
    case .point: row.append(x: geometry.x[0], y: geometry.y[0])
    case .points where geometry.x.count == 1: row.append(x: geometry.x[0], y: geometry.y[0])
    default: row.appendNoPoint()
    }
    for column in names.indices {
      row.separate()
      row.append(text: reader.text(ofColumn: column))
    }
    row.end()
    bytesRead += row.bytes.count - before
    return true
  }
}
