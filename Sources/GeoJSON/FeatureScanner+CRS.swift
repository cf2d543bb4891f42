extension FeatureScanner {
  /// Reads a `crs` member.
  ///
  /// - Returns: The system as PROJ takes it; nil for WGS 84 and for `null`.
  mutating func coordinateSystem() throws(ScanStop) -> String? {
    let place = scanner.position
    guard try scanner.peekPastBlanks() == UInt8(ascii: "{") else {
      guard try scanner.value(depth: 1).kind == .null else {
        throw .foreign(place, "the 'crs' is not an object")
      }
      return nil
    }
    var text: String?
    try members { (scanner, key) throws(ScanStop) in
      guard scanner.matches(key, "properties"),
        try scanner.scanner.peekPastBlanks() == UInt8(ascii: "{")
      else {
        try scanner.scanner.value(depth: 2)
        return
      }
      try scanner.members { (scanner, key) throws(ScanStop) in
        let item = try scanner.scanner.value(depth: 3)
        let value = String(decoding: scanner.scanner.bytes[item.range], as: UTF8.self)
        if scanner.matches(key, "name") && item.kind == .text { text = value }
        if scanner.matches(key, "code") && item.kind == .number { text = "EPSG:\(value)" }
      }
    }
    guard let text else {
      throw .foreign(place, "the 'crs' does not name a system, as in EPSG:27700")
    }
    let isDegrees = ["CRS84", "EPSG::4326", "EPSG:4326"].contains(where: text.hasSuffix)
    return isDegrees ? nil : text
  }

  /// Reads the members of an object.
  private mutating func members(
    _ read: (inout FeatureScanner, Range<Int>) throws(ScanStop) -> Void
  ) throws(ScanStop) {
    scanner.position += 1
    if try scanner.peekPastBlanks() == UInt8(ascii: "}") {
      scanner.position += 1
      return
    }
    repeat {
      let key = try scanner.string().range
      try scanner.expect(UInt8(ascii: ":"))
      try read(&self, key)
    } while try !scanner.passSeparator(end: UInt8(ascii: "}"))
  }
}
