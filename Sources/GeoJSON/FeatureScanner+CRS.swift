extension FeatureScanner {
  /// Reads a `crs` member (GeoJSON of 2008, section 3).
  ///
  /// - Returns: The system. What names none in any known way is taken for a name, of which whoever
  ///   wants to use it finds that it is not known.
  mutating func coordinateSystem() throws(ScanStop) -> NamedSystem {
    guard try scanner.peekPastBlanks() == UInt8(ascii: "{") else {
      let item = try scanner.value(depth: 1)
      return item.kind == .null ? .none : NamedSystem(text(of: item))
    }
    let start = scanner.position
    var found: NamedSystem?
    try members { (scanner, key) throws(ScanStop) in
      guard scanner.matches(key, "properties"),
        try scanner.scanner.peekPastBlanks() == UInt8(ascii: "{")
      else {
        try scanner.scanner.value(depth: 2)
        return
      }
      try scanner.members { (scanner, key) throws(ScanStop) in
        let item = try scanner.scanner.value(depth: 3)
        if item.kind == .null || item.kind == .container { return }
        let value = scanner.text(of: item)
        if scanner.matches(key, "name") { found = NamedSystem(value) }
        if scanner.matches(key, "code") { found = found ?? NamedSystem("EPSG:\(value)") }
        if scanner.matches(key, "href") { found = found ?? NamedSystem(value) }
      }
    }
    return found ?? .named(text(of: JSONItem(kind: .container, range: start..<scanner.position)))
  }

  private func text(of item: JSONItem) -> String {
    guard item.kind == .escapedText else {
      return String(decoding: scanner.bytes[item.range], as: UTF8.self)
    }
    var result: [UInt8] = []
    JSONText.unescape(scanner.bytes[item.range], into: &result)
    return String(decoding: result, as: UTF8.self)
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
