import Geometry
import Shapefiles

/// The records of a point Shapefile.
final class PointRows: FeatureRows {
  let noun = "record"
  let names: [String]
  let crs: String?
  private(set) var bytesRead = 0
  private let file: PointShapefile

  /// Opens a Shapefile.
  init(path: String) throws(IncidentError) {
    do throws(ShapefileError) {
      file = try PointShapefile(reading: path)
    } catch {
      throw .shapefile(error)
    }
    names = file.fields.map(\.name)
    crs = file.projection
  }

  func append(to row: inout FeatureRow) throws(IncidentError) -> Bool {
    do throws(ShapefileError) {
      guard try file.next() else { return false }
    } catch {
      throw .shapefile(error)
    }
    let before = row.bytes.count
    if let point = file.point { row.append(x: point.x, y: point.y) } else { row.appendNoPlace() }
    for field in names.indices {
      row.separate()
      row.append(text: file.value(ofField: field))
    }
    row.end()
    bytesRead += row.bytes.count - before
    return true
  }
}
