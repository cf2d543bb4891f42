/// The coordinate system that a `crs` member names, in any of the ways in which programs write it.
enum NamedSystem: Equatable {
  /// `null`: the member names none.
  case none
  /// Longitude and latitude of WGS 84, which RFC 7946 means where there is no member.
  case wgs84
  /// Another system: `EPSG:27700` for every spelling of a code of EPSG's, else the text as it is.
  case named(String)

  /// Reads a name, an identifier or a link: `EPSG:27700`, `urn:ogc:def:crs:EPSG::27700`,
  /// `http://www.opengis.net/def/crs/EPSG/0/27700`, `http://www.opengis.net/gml/srs/epsg.xml#27700`,
  /// `http://spatialreference.org/ref/epsg/27700/`.
  init(_ text: String) {
    let words = text.lowercased().split { ":/#,".contains($0) }.map(String.init)
    if let last = words.last,
      ["crs84", "crs84h"].contains(last) || words.suffix(2) == ["crs", "84"]
        || text.lowercased() == "urn:ogc:def:crs:ogc:2:84"
    {
      self = .wgs84
      return
    }
    let authorities = words.indices.filter { words[$0] == "epsg" || words[$0] == "epsg.xml" }
    guard authorities.count == 1, let authority = authorities.first else {
      self = .named(text)
      return
    }
    // A version, such as 6.9 or 0, may stand before the code; codes have four digits or more.
    let codes = words[(authority + 1)...].filter { word in
      word.utf8.count >= 4 && word.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    guard codes.count == 1, let code = codes.first else {
      self = .named(text)
      return
    }
    self = code == "4326" ? .wgs84 : .named("EPSG:\(code)")
  }

  /// The system as PROJ takes it; `nil` for WGS 84 and where none is named.
  var crs: String? { if case .named(let text) = self { text } else { nil } }
}
