import Foundation
import FoundationXML

/// Reads a page with an XML parser and keeps what tests ask for.
final class PageReader: NSObject, XMLParserDelegate {
  /// One element with its attributes and the text inside it.
  struct Element {
    var name: String
    var attributes: [String: String]
    var text = ""
  }

  /// The elements in the order in which they begin.
  private(set) var elements: [Element] = []
  private var open: [Int] = []
  private var failure: String?

  /// Reads a page; nil when it is not well-formed.
  init?(_ bytes: [UInt8]) {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    guard parser.parse() else { return nil }
  }

  /// Returns the elements of a name.
  func all(_ names: String...) -> [Element] { elements.filter { names.contains($0.name) } }

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    open.append(elements.count)
    elements.append(Element(name: elementName, attributes: attributes))
  }

  func parser(
    _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?,
    qualifiedName: String?
  ) { open.removeLast() }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    for index in open { elements[index].text += string }
  }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    for index in open { elements[index].text += String(decoding: block, as: UTF8.self) }
  }
}
