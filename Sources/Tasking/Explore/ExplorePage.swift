import Cartography

/// The page of a map to explore: one file that needs no other and no network.
///
/// Its script makes all that it shows from the data; names of the data never become markup.
package struct ExplorePage: Sendable {
  private let title: String
  private let data: [UInt8]
  private let software: MapSoftware
  private let marking: String?

  /// Creates a page.
  ///
  /// - Parameters:
  ///   - title: The title of the page.
  ///   - data: What the script reads, as JSON.
  ///   - software: What moves the map.
  ///   - marking: The protective marking of each printed sheet.
  package init(title: String, data: [UInt8], software: MapSoftware, marking: String?) {
    (self.title, self.data, self.software, self.marking) = (title, data, software, marking)
  }

  /// Returns the page, which is HTML in UTF-8.
  package func html() -> [UInt8] {
    var bytes: [UInt8] = []
    func write(_ text: String) { bytes.append(contentsOf: text.utf8) }
    write(
      """
      <!DOCTYPE html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
      <title>\(XMLText.escaped(title))</title>
      <style>
      \(software.style)
      \(ExploreStyle.text)
      \(sheets)
      </style>
      </head>
      <body>
      \(ExploreBody.text)
      <script type="application/json" id="data">
      """)
    // Inside a script nothing but its end tag is markup, and that begins with this sign.
    for byte in data {
      if byte == UInt8(ascii: "<") { write("\\u003c") } else { bytes.append(byte) }
    }
    write(
      """
      </script>
      <script type="text/plain" id="licence-text">
      \(software.licence.replacing("</", with: "<\\/"))
      </script>
      <script>
      \(software.script)
      </script>
      <script>
      \(ExploreScript.text)
      </script>
      </body>
      </html>

      """)
    return bytes
  }

  /// What each printed sheet has at its head and foot.
  private var sheets: String {
    guard let marking else { return "" }
    let content = PageStyle.quoted(marking)
    return ["top", "bottom"].map {
      "@page { @\($0)-center { content: \(content); font: 700 9pt sans-serif; letter-spacing: .06em; } }"
    }.joined(separator: "\n")
  }

  /// Scripts and styles of this file only; nothing is fetched, sent or framed.
  private static let policy =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; "
    + "base-uri 'none'; form-action 'none'"
}
