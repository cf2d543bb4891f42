/// The text of a file that has been let go.
@safe final class EndedText: TextStream {
  let path: String
  let canRepeat: Bool
  let bytesRead: Int

  /// Takes the name of a text that is not needed any more.
  init(_ text: any TextStream) {
    path = text.path
    canRepeat = text.canRepeat
    bytesRead = text.bytesRead
  }

  /// Takes the name of a text that was read elsewhere.
  init(path: String) {
    (self.path, canRepeat, bytesRead) = (path, false, 0)
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int { 0 }
}
