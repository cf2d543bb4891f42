/// The bytes of delimited text, whatever they are made of.
///
/// Not for use by several threads at once.
protocol TextStream: AnyObject {
  /// The name that messages use.
  var path: String { get }
  /// Whether the file can be read a second time.
  var canRepeat: Bool { get }
  /// How many bytes of the file have been read.
  var bytesRead: Int { get }
  /// How fields and rows are separated; `nil` if the text itself has to tell.
  var dialect: Dialect? { get }
  /// Whether a line is a row for messages, also where fields hold line ends.
  var countsRows: Bool { get }

  /// Fills a buffer with the next bytes.
  ///
  /// - Returns: How many there were: fewer than the buffer holds only at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(IncidentError) -> Int
}

extension TextStream {
  var dialect: Dialect? { nil }
  var countsRows: Bool { false }
}

extension ByteStream: TextStream {}

/// The header of a GIS file as comma-separated text, and the features that were read with it.
///
/// The first two columns are the coordinates, the others the attributes. The other features are
/// handed out in shares, which become rows with these columns. So everything behind the text reader
/// is the same for features as for rows: detection, times, filters, counting.
@safe final class FeatureText: TextStream {
  let path: String
  let canRepeat: Bool
  /// The features.
  let rows: any FeatureRows
  /// What the coordinates mean: what the user said, else the file; `nil` if neither does.
  let crs: String?

  var bytesRead: Int { rows.bytesRead }

  private var row = FeatureRow()
  /// How many bytes of the row's text have been handed out.
  private var taken = 0
  private var hasEnded = false

  /// How much text is made at a time.
  private static let chunk = 1 << 16

  /// Names the columns of features.
  ///
  /// - Throws: ``IncidentError/unknownSystem(path:text:)``.
  init(
    _ rows: any FeatureRows, path: String, canRepeat: Bool, system: FeatureSystem
  ) throws(IncidentError) {
    self.rows = rows
    self.path = path
    self.canRepeat = canRepeat
    crs = system.named ?? rows.crs
    var isGeographic = false
    if let crs {
      guard let answer = system.isGeographic(crs) else {
        throw .unknownSystem(path: path, text: crs)
      }
      isGeographic = answer
    }
    var taken: Set<String> = []
    let coordinates =
      rows.areAttributesAlone
      ? ["no geometry x", "no geometry y"]
      : isGeographic ? ["longitude", "latitude"] : ["easting", "northing"]
    for (position, name) in (coordinates + rows.names).enumerated() {
      var (unique, number) = (name, 1)
      while !taken.insert(unique).inserted {
        number += 1
        unique = "\(name)_\(number)"
      }
      if position > 0 { row.separate() }
      row.append(name: unique)
    }
    row.end()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(IncidentError) -> Int {
    var filled = 0
    while filled < buffer.count {
      if taken == row.bytes.count {
        if hasEnded { break }
        try makeText()
        continue
      }
      let count = min(buffer.count - filled, row.bytes.count - taken)
      // Bound: `count` is at most what is left of the buffer and of the text.
      let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled..<filled + count])
      unsafe rest.copyBytes(from: row.bytes[taken..<taken + count])
      filled += count
      taken += count
    }
    return filled
  }

  /// Turns the next features into text.
  private func makeText() throws(IncidentError) {
    row.removeAll()
    taken = 0
    while row.bytes.count < Self.chunk {
      guard try rows.append(to: &row) else {
        hasEnded = true
        return
      }
    }
  }
}
