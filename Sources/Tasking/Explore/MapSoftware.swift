import FoundationEssentials

/// Leaflet, the script that moves maps, as it is installed on this machine, with its licence.
///
/// It is set into the page that is written, which then needs neither the installation nor a network.
package struct MapSoftware: Sendable {
  /// The script.
  package let script: String
  /// The style sheet, without references to pictures.
  package let style: String
  /// Copyright and licence.
  package let licence: String

  /// The package of Debian and Ubuntu that installs it.
  package static let package = "libjs-leaflet"

  /// Reads the installed files.
  ///
  /// - Parameter folder: The folder of shared files, in which packages install theirs.
  /// - Throws: ``MissingMapSoftware`` if a file is not there.
  package init(folder: String = "/usr/share") throws(MissingMapSoftware) {
    script = Self.withoutEnds(
      try Self.text("\(folder)/javascript/leaflet/leaflet.min.js"), ofElement: "script")
    style = Self.withoutEnds(
      Self.withoutReferences(try Self.text("\(folder)/javascript/leaflet/leaflet.css")),
      ofElement: "style")
    licence = try Self.text("\(folder)/doc/\(Self.package)/copyright")
  }

  private static func text(_ path: String) throws(MissingMapSoftware) -> String {
    guard let data = FileManager.default.contents(atPath: path), !data.isEmpty else {
      throw MissingMapSoftware(path: path)
    }
    return String(decoding: data, as: UTF8.self)
  }

  /// Returns a style sheet in which nothing is fetched: pictures of controls that the page does not
  /// use, and a behaviour of browsers that no longer exist.
  static func withoutReferences(_ style: String) -> String {
    var result = ""
    var rest = style[...]
    while let start = rest.firstRange(of: "url(") {
      result += rest[..<start.lowerBound]
      rest = rest[start.upperBound...]
      rest = rest.firstIndex(of: ")").map { rest[rest.index(after: $0)...] } ?? ""
      result += "none"
    }
    return result + rest
  }

  /// Returns text that cannot end the element that it stands in, without the reference to a map of
  /// the source, for which some browsers would ask.
  static func withoutEnds(_ text: String, ofElement name: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("//# sourceMappingURL=") && !$0.hasPrefix("/*# sourceMappingURL=") }
      .joined(separator: "\n").replacing("</", with: "<\\/")
  }
}

/// The script that moves maps is not installed.
package struct MissingMapSoftware: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file that is not there.
  package let path: String

  /// What is missing and where it comes from.
  package var description: String {
    "cannot make a map to explore: there is no '\(path)', which the package "
      + "'\(MapSoftware.package)' installs"
  }
}
