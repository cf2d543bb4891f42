import Geometry
import Interchange

/// Coordinates in messages, as options take them: `-0.1278,51.5074`, `530250,180550`.
enum CoordinateWords {
  /// Returns a position: six decimals at most where it can be degrees, else one.
  static func pair(_ point: Point) -> String {
    let decimals = abs(point.x) <= 180 && abs(point.y) <= 180 ? 6 : 1
    var buffer = ByteBuffer()
    buffer.append(point.x, decimals: decimals)
    buffer.append(",")
    buffer.append(point.y, decimals: decimals)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  /// Returns the two corners of a rectangle.
  static func corners(_ box: Box) -> String {
    pair(Point(x: box.minX, y: box.minY)) + " to " + pair(Point(x: box.maxX, y: box.maxY))
  }
}
