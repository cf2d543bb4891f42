import Archives
import CExpat

/// What takes the elements of a part.
protocol XMLHandler: AnyObject {
  /// Takes the beginning of an element.
  func start(_ element: XMLElement, _ attributes: XMLAttributes) throws(XMLFault)
  /// Takes the end of an element, with its text where that is wanted.
  func end(_ element: XMLElement, text: [UInt8]) throws(XMLFault)
}

/// What a handler found wrong.
enum XMLFault: Error, Equatable {
  /// The part is not what it has to be.
  case damaged(String)
  /// There is more text than is kept.
  case tooMuchText(limit: Int)
}

/// Reads a part of a workbook in blocks of bytes; the only owner of an Expat parser.
///
/// Document types are refused: no workbook has one, and with them come entities that expand without
/// end or name other files. Memory is that of a block, the nesting and the longest text.
@safe final class XMLReader {
  private let parser: XML_Parser
  private let handler: any XMLHandler
  private let stream: ArchiveStream
  private let path: String
  private let part: String
  private var text: [UInt8] = []
  private var gathersText = false
  private var fault: XMLFault?

  private static let blockSize = 1 << 16

  /// Begins to read a part.
  ///
  /// - Parameters:
  ///   - stream: The part's bytes.
  ///   - path: What messages call the workbook.
  ///   - part: What they call the part.
  ///   - handler: What takes the elements.
  /// - Throws: ``WorkbookError``.
  init(
    _ stream: ArchiveStream, path: String, part: String, handler: any XMLHandler
  ) throws(WorkbookError) {
    guard let parser = unsafe XML_ParserCreate(nil) else {
      throw .damaged(path: path, part: part, line: 0, reason: "Expat cannot start")
    }
    unsafe self.parser = unsafe parser
    self.handler = handler
    self.stream = stream
    self.path = path
    self.part = part
    // The parser does not outlive its owner.
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    unsafe XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let data = unsafe data, let name = unsafe name, let attributes = unsafe attributes
        else { return }
        unsafe XMLReader.of(data).start(name, attributes)
      },
      { data, name in
        guard let data = unsafe data, let name = unsafe name else { return }
        unsafe XMLReader.of(data).end(name)
      })
    unsafe XML_SetCharacterDataHandler(parser) { data, bytes, count in
      guard let data = unsafe data, let bytes = unsafe bytes else { return }
      unsafe XMLReader.of(data).characters(bytes, Int(count))
    }
    unsafe XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      guard let data = unsafe data else { return }
      unsafe XMLReader.of(data).stop(.damaged("it declares a document type"))
    }
  }

  deinit { unsafe XML_ParserFree(parser) }

  /// Hands the elements of the next block to the handler.
  ///
  /// - Returns: False when the part has been read to its end.
  /// - Throws: ``WorkbookError``.
  func next() throws(WorkbookError) -> Bool {
    guard let buffer = unsafe XML_GetBuffer(parser, Int32(Self.blockSize)) else {
      throw damaged("Expat has no memory")
    }
    let count: Int
    do throws(ArchiveError) {
      count = try unsafe stream.read(
        into: UnsafeMutableRawBufferPointer(start: buffer, count: Self.blockSize))
    } catch {
      throw .archive(error)
    }
    let status = unsafe XML_ParseBuffer(parser, Int32(count), count == 0 ? 1 : 0)
    switch fault {
    case .damaged(let reason): throw damaged(reason)
    case .tooMuchText(let limit): throw .tooMuchText(path: path, limit: limit)
    case nil: break
    }
    if status != XML_STATUS_OK {
      let message = unsafe XML_ErrorString(XML_GetErrorCode(parser))
      throw damaged(unsafe message.map { unsafe String(cString: $0) } ?? "it is no XML")
    }
    return count > 0
  }

  /// Hands all elements of the part to the handler.
  func readAll() throws(WorkbookError) {
    while try next() {}
  }

  private func damaged(_ reason: String) -> WorkbookError {
    .damaged(
      path: path, part: part, line: unsafe Int(XML_GetCurrentLineNumber(parser)), reason: reason)
  }

  @inline(__always)
  private static func of(_ data: UnsafeMutableRawPointer) -> XMLReader {
    unsafe Unmanaged<XMLReader>.fromOpaque(data).takeUnretainedValue()
  }

  private func start(
    _ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>
  ) {
    let element = unsafe XMLElement(name)
    if element.hasText {
      text.removeAll(keepingCapacity: true)
      gathersText = true
    }
    do throws(XMLFault) {
      try handler.start(element, unsafe XMLAttributes(attributes))
    } catch {
      stop(error)
    }
  }

  private func end(_ name: UnsafePointer<CChar>) {
    let element = unsafe XMLElement(name)
    do throws(XMLFault) {
      try handler.end(element, text: text)
    } catch {
      stop(error)
    }
    if element.hasText { gathersText = false }
  }

  private func characters(_ bytes: UnsafePointer<CChar>, _ count: Int) {
    guard gathersText else { return }
    if text.count + count > WorkbookLimits.cellLength {
      stop(.damaged("a text is longer than \(WorkbookLimits.cellLength) bytes"))
      return
    }
    // Bound: Expat says how many bytes there are.
    unsafe text.append(
      contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
  }

  private func stop(_ fault: XMLFault) {
    if self.fault != nil { return }
    self.fault = fault
    unsafe XML_StopParser(parser, 0)
  }
}
