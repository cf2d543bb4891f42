import Geometry

/// Writes a drawing as an SVG document that browsers, librsvg, Inkscape and Illustrator show alike.
///
/// Layers become groups that Inkscape knows as layers. Colours are attributes, so that every
/// program sees them, and classes carry names, so that a style sheet can change them. Nothing but
/// text, paths, rectangles, circles and patterns is used.
struct SVGWriter {
  /// The document in UTF-8.
  private(set) var bytes: [UInt8] = []
  private let prefix: String
  /// The hatched paints other than that of areas without data, in the order of their patterns.
  private let patterns: [HatchPattern]

  /// Writes a drawing.
  ///
  /// - Parameters:
  ///   - drawing: The drawing.
  ///   - hidden: Groups of layers that are not shown until somebody asks for them.
  init(_ drawing: Drawing, hidden: [(name: String, layers: [Layer])] = []) {
    prefix =
      drawing.identifierPrefix.isEmpty
      ? "" : XMLText.identifier(drawing.identifierPrefix) + "-"
    patterns = HatchPattern.patterns(of: drawing.layers.flatMap(\.marks))
    open(drawing)
    for layer in drawing.layers { write(layer) }
    for group in hidden {
      write("<g id=\"\(prefix)\(group.name)\" display=\"none\">\n")
      for layer in group.layers { write(layer) }
      write("</g>\n")
    }
    write("</svg>\n")
  }

  // MARK: - The document

  private mutating func open(_ drawing: Drawing) {
    let page = drawing.page
    write(
      """
      <svg xmlns="http://www.w3.org/2000/svg" \
      xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" id="\(prefix)map" \
      width="\(number(page.widthInMillimetres))mm" height="\(number(page.heightInMillimetres))mm" \
      viewBox="0 0 \(number(page.width)) \(number(page.height))" role="img" lang="en-GB" \
      xml:lang="en-GB" aria-labelledby="\(prefix)map-title" aria-describedby="\(prefix)map-summary" \
      font-family="Helvetica, Arial, 'DejaVu Sans', sans-serif"\(folding(of: drawing))>
      <title id="\(prefix)map-title">\(XMLText.escaped(drawing.title))</title>
      <desc id="\(prefix)map-summary">\(XMLText.escaped(drawing.summary))</desc>
      <defs>\(definitions)</defs>
      <style>\(styles(of: drawing))</style>

      """)
  }

  /// Returns the attributes that tell a web page how to fold a picture; none in a file of its own.
  private func folding(of drawing: Drawing) -> String {
    guard let folded = drawing.folded, !drawing.identifierPrefix.isEmpty else { return "" }
    return " class=\"folds\" style=\"\(folded.style)\""
  }

  /// Returns the rules of the style sheet, which reach this document's own elements only.
  private func styles(of drawing: Drawing) -> String {
    var rules: [String] = []
    for case .shapes(let group) in drawing.layers.flatMap(\.marks) {
      rules.append("#\(prefix)map .\(group.className){fill:\(fill(of: group.paint))}")
    }
    return rules.joined()
      + "#\(prefix)areas path:hover{stroke:\(Palette.ink.text);stroke-width:1.5}"
  }

  private mutating func write(_ layer: Layer) {
    let label = XMLText.escaped(layer.label)
    let pointer = layer.ignoresPointer ? " pointer-events=\"none\"" : ""
    write("<g id=\"\(prefix)\(layer.name)\" inkscape:groupmode=\"layer\"")
    write(" inkscape:label=\"\(label)\"\(pointer)>\n")
    for mark in layer.marks { write(mark) }
    write("</g>\n")
  }

  // MARK: - Marks

  private mutating func write(_ mark: Mark) {
    switch mark {
    case .text(let text): write(text)
    case .rectangle(let box, let paint):
      write(
        """
        <rect x="\(number(box.minX))" y="\(number(box.minY))" width="\(number(box.width))" \
        height="\(number(box.height))"\(attributes(of: paint))/>

        """)
    case .circle(let centre, let radius, let paint):
      write(
        """
        <circle cx="\(number(centre.x))" cy="\(number(centre.y))" r="\(number(radius))"\
        \(attributes(of: paint))/>

        """)
    case .line(let points, let paint):
      let places = points.map { "\(number($0.x)) \(number($0.y))" }
      let closing = paint.fill == nil ? "" : "z"
      write("<path d=\"M\(places.joined(separator: "L"))\(closing)\"\(attributes(of: paint))/>\n")
    case .strokes(let lines, let paint):
      write("<path d=\"")
      for line in lines { write(line, closed: false) }
      write("\"\(attributes(of: paint)) stroke-linejoin=\"round\" stroke-linecap=\"round\"/>\n")
    case .shapes(let group): write(group)
    case .titled(let title, let marks):
      write("<g><title>\(XMLText.escaped(title))</title>\n")
      for mark in marks { write(mark) }
      write("</g>\n")
    }
  }

  private mutating func write(_ text: TextMark) {
    write("<text x=\"\(number(text.position.x))\" y=\"\(number(text.position.y))\"")
    write(" font-size=\"\(number(text.size))\" fill=\"\(text.colour.text)\"")
    if text.isBold { write(" font-weight=\"bold\"") }
    if text.turn != 0 {
      let (x, y) = (number(text.position.x), number(text.position.y))
      write(" transform=\"rotate(\(number(text.turn)) \(x) \(y))\"")
    }
    if text.anchor != .start { write(" text-anchor=\"\(text.anchor.rawValue)\"") }
    if text.halo > 0 {
      write(" stroke=\"\(Palette.paper.text)\" stroke-width=\"\(number(text.halo))\"")
      write(" stroke-linejoin=\"round\" paint-order=\"stroke\"")
    }
    write(">\(XMLText.escaped(text.text))</text>\n")
  }

  private mutating func write(_ group: ShapeGroup) {
    write("<g class=\"\(group.className)\" inkscape:label=\"\(XMLText.escaped(group.label))\"")
    write("\(attributes(of: group.paint)) stroke-linejoin=\"round\" fill-rule=\"evenodd\">\n")
    for shape in group.shapes {
      write("<path id=\"\(prefix)\(shape.name)\" d=\"")
      for ring in shape.rings { write(ring, closed: true) }
      write("\"><title>\(XMLText.escaped(shape.title))</title></path>\n")
    }
    write("</g>\n")
  }

  // MARK: - Values

  private func fill(of paint: Paint) -> String {
    guard let pattern = HatchPattern(paint) else { return paint.fill?.text ?? "none" }
    return "url(#\(identifier(of: pattern)))"
  }

  private func identifier(of pattern: HatchPattern) -> String {
    let number = patterns.firstIndex(of: pattern).map { "-\($0 + 1)" } ?? ""
    return "\(prefix)hatch\(number)"
  }

  /// The patterns: that of areas without data, then those of the drawing.
  private var definitions: String {
    ([.absent] + patterns).map { $0.definition(identifier: identifier(of: $0)) }.joined()
  }

  private func attributes(of paint: Paint) -> String {
    let dash = paint.dash > 0 ? " stroke-dasharray=\"\(number(paint.dash))\"" : ""
    let stroke = paint.stroke.map {
      " stroke=\"\($0.text)\" stroke-width=\"\(number(paint.strokeWidth))\"\(dash)"
    }
    return " fill=\"\(fill(of: paint))\"\(stroke ?? "")"
  }

  private mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private func number(_ value: Double) -> String { Self.number(value) }

  /// Returns a number with two decimal places at most.
  static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let magnitude = hundredths.magnitude
    let sign = hundredths < 0 ? "-" : ""
    switch (magnitude / 10 % 10, magnitude % 10) {
    case (0, 0): return "\(sign)\(magnitude / 100)"
    case (let tenth, 0): return "\(sign)\(magnitude / 100).\(tenth)"
    case (let tenth, let hundredth): return "\(sign)\(magnitude / 100).\(tenth)\(hundredth)"
    }
  }

  // MARK: - Paths

  /// Writes a line as one absolute and many relative positions, which are short.
  private mutating func write(_ line: GridLine, closed: Bool) {
    guard line.count > 0 else { return }
    bytes.append(UInt8(ascii: "M"))
    writeTenths(line.x[0], first: true)
    writeTenths(line.y[0], first: false)
    for vertex in 1..<max(line.count, 1) {
      if vertex == 1 { bytes.append(UInt8(ascii: "l")) }
      writeTenths(line.x[vertex] - line.x[vertex - 1], first: vertex == 1)
      writeTenths(line.y[vertex] - line.y[vertex - 1], first: false)
    }
    if closed { bytes.append(UInt8(ascii: "z")) }
  }

  /// Writes tenths as a decimal number, with a space before it only where it needs one.
  private mutating func writeTenths(_ tenths: Int, first: Bool) {
    if tenths < 0 {
      bytes.append(UInt8(ascii: "-"))
    } else if !first {
      bytes.append(UInt8(ascii: " "))
    }
    let magnitude = tenths.magnitude
    if magnitude >= 10 || magnitude == 0 { write(String(magnitude / 10)) }
    if magnitude % 10 != 0 {
      bytes.append(UInt8(ascii: "."))
      bytes.append(UInt8(ascii: "0") + UInt8(magnitude % 10))
    }
  }
}
