import Cartography

/// Writes a page that is HTML and well-formed XML at the same time.
struct HTMLWriter {
  /// The page in UTF-8.
  private(set) var bytes: [UInt8] = []
  private var stack: [String] = []

  /// Begins an element.
  mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
    write("<\(name)")
    write(attributes)
    write(">")
    stack.append(name)
  }

  /// Ends the element begun last.
  mutating func close(_ name: String) {
    precondition(stack.popLast() == name, "HTMLWriter.close: another element is open")
    write("</\(name)>\n")
  }

  /// Writes an element with text alone.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ text: String
  ) {
    write("<\(name)")
    write(attributes)
    write(">\(XMLText.escaped(text))</\(name)>\n")
  }

  /// Writes an element that holds nothing and needs no end.
  mutating func void(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
    write("<\(name)")
    write(attributes)
    write("/>\n")
  }

  /// Writes text.
  mutating func text(_ text: String) { write(XMLText.escaped(text)) }

  /// Writes markup as it is.
  mutating func markup(_ markup: String) { write(markup) }

  /// Writes markup as it is.
  mutating func markup(_ markup: [UInt8]) { bytes += markup }

  /// Writes the text of a style sheet or a script, which neither HTML nor XML reads as markup.
  mutating func verbatim(
    _ name: String, _ content: String, attributes: KeyValuePairs<String, String> = [:]
  ) {
    precondition(
      !content.contains("]]>") && !content.contains("</"), "HTMLWriter.verbatim: markup inside")
    write("<\(name)")
    write(attributes)
    write(">/*<![CDATA[*/\n\(content)\n/*]]>*/</\(name)>\n")
  }

  private mutating func write(_ attributes: KeyValuePairs<String, String>) {
    for (name, value) in attributes { write(" \(name)=\"\(XMLText.escaped(value))\"") }
  }

  private mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
