public import Geometry

/// A point Shapefile made byte by byte, so that tests can make ones that no library would write.
///
/// After ESRI (1998), Shapefile Technical Description.
public struct RawPoints: Sendable {
  /// The shape type: 1 for Point, 11 for PointZ, 21 for PointM.
  public var type: Int32 = 1
  /// The position of each record; none makes a null shape.
  public var points: [Point?]
  /// The attributes, one row for each record.
  public var table: RawShapefile

  /// Creates a Shapefile of points with text values.
  public init(_ points: [Point?], fields: [RawShapefile.Field], rows: [[String]]) {
    self.points = points
    table = RawShapefile(records: points.map { _ in [] }, fields: fields, rows: rows)
  }

  /// Writes the files, in place of those of the same name.
  public func write(to folder: TemporaryFolder, as name: String = "points") throws {
    try table.write(to: folder, as: name)
    var records: [UInt8] = []
    var entries: [UInt8] = []
    for (index, point) in points.enumerated() {
      var content = little(point == nil ? 0 : type)
      if let point {
        for value in [point.x, point.y] { content += little(value.bitPattern) }
        // A height and a measure, or a measure alone.
        for _ in 0..<(type == 11 ? 2 : type == 21 ? 1 : 0) { content += little(UInt64(0)) }
      }
      let length = Int32(content.count / 2)
      entries += big(Int32((100 + records.count) / 2)) + big(length)
      records += big(Int32(index + 1)) + big(length) + content
    }
    try folder.write(header(bytes: records.count) + records, to: "\(name).shp")
    try folder.write(header(bytes: entries.count) + entries, to: "\(name).shx")
  }

  private func header(bytes: Int) -> [UInt8] {
    let start = big(Int32(9994)) + [UInt8](repeating: 0, count: 20)
    let kinds = big(Int32((100 + bytes) / 2)) + little(Int32(1000)) + little(type)
    return start + kinds + [UInt8](repeating: 0, count: 64)
  }

  private func big(_ value: some FixedWidthInteger) -> [UInt8] { little(value.bigEndian) }

  private func little<Value: FixedWidthInteger>(_ value: Value) -> [UInt8] {
    (0..<Value.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> Value($0 * 8)) }
  }
}
