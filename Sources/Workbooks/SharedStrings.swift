/// The texts of a workbook that cells name by their position.
struct SharedStrings: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var ends: [Int] = []

  /// Returns where a text stands in the bytes; `nil` where there is no such text.
  @inline(__always)
  func range(_ index: Int) -> Range<Int>? {
    guard index >= 0, index < ends.count else { return nil }
    return (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  /// Gathers the texts.
  final class Handler: XMLHandler {
    private(set) var strings = SharedStrings()
    private var isPhonetic = false

    func start(_ element: XMLElement, _ attributes: XMLAttributes) {
      if element == .phonetic { isPhonetic = true }
    }

    func end(_ element: XMLElement, text: [UInt8]) throws(XMLFault) {
      switch element {
      case .phonetic: isPhonetic = false
      // A text with several fonts is in several pieces.
      case .text: if !isPhonetic { EscapedText.append(text, to: &strings.bytes) }
      case .sharedItem:
        strings.ends.append(strings.bytes.count)
        // Empty texts take space too.
        if strings.bytes.count + 8 * strings.ends.count > WorkbookLimits.sharedText {
          throw .tooMuchText(limit: WorkbookLimits.sharedText)
        }
      default: break
      }
    }
  }
}
