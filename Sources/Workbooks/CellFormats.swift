/// What the formats of a workbook's cells make of numbers, by their position in the styles.
struct CellFormats: Sendable {
  private var forms: [NumberForm] = []

  /// Returns the form of a format; numbers where the styles have no such format.
  @inline(__always)
  subscript(_ style: Int) -> NumberForm { style < forms.count ? forms[style] : .number }

  /// Gathers the formats.
  final class Handler: XMLHandler {
    private(set) var formats = CellFormats()
    private var custom: [Int: NumberForm] = [:]
    private var isInside = false

    func start(_ element: XMLElement, _ attributes: XMLAttributes) {
      switch element {
      case .numberFormat:
        guard let number = attributes["numFmtId"].flatMap({ Int($0) }),
          let code = attributes["formatCode"]
        else { return }
        custom[number] = NumberForm(code: code)
      case .cellFormats: isInside = true
      case .format:
        guard isInside else { return }
        let number = attributes["numFmtId"].flatMap { Int($0) } ?? 0
        formats.forms.append(custom[number] ?? NumberForm(builtIn: number))
      default: break
      }
    }

    func end(_ element: XMLElement, text: [UInt8]) {
      if element == .cellFormats { isInside = false }
    }
  }
}
