import CXLSXWriter
import Synchronization

/// A workbook that is being written; the only owner of its handle.
///
/// The corresponding C functions are `workbook_new_opt` and `workbook_close`. Rows are kept in a file
/// without a name until the workbook is closed, so that memory is that of a row.
@safe final class XLSXFile {
  /// 1980-01-01, the beginning of the time of ZIP archives: nothing that is written depends on the
  /// clock.
  private static let created = 315_532_800
  /// The library's `gmtime` is of the whole process.
  private static let closing = Mutex<Void>(())

  private var handle: UnsafeMutablePointer<lxw_workbook>?
  private var formats: [CellLook: UnsafeMutablePointer<lxw_format>] = unsafe [:]

  /// Begins a workbook; its file appears when it is closed.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - title: The title in its properties; `nil` for none.
  /// - Throws: ``XLSXError`` if memory is exhausted.
  init(path: String, title: String?) throws(XLSXError) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./"
    unsafe handle = folder.withCString { folder in
      var options = unsafe lxw_workbook_options(
        // The library copies it, and does not change it.
        constant_memory: 1, tmpdir: UnsafeMutablePointer(mutating: folder), use_zip64: 0)
      return unsafe workbook_new_opt(path, &options)
    }
    guard unsafe handle != nil else { throw XLSXError(reason: "memory is exhausted") }
    let status = unsafe (title ?? "").withCString { title in
      var properties = unsafe lxw_doc_properties()
      unsafe properties.title =
        unsafe title.pointee == 0 ? nil : UnsafeMutablePointer(mutating: title)
      unsafe properties.created = Self.created
      return unsafe workbook_set_properties(handle, &properties)
    }
    try XLSXError.check(status)
  }

  deinit { unsafe lxw_workbook_free(handle) }

  /// Adds a sheet behind the others.
  ///
  /// - Parameter name: A valid name that no other sheet has.
  /// - Returns: The sheet.
  /// - Throws: ``XLSXError`` for a name that the library does not take.
  func addSheet(named name: String) throws(XLSXError) -> XLSXSheet {
    guard let sheet = unsafe workbook_add_worksheet(handle, name) else {
      throw XLSXError(reason: "the sheet '\(name)' cannot be made")
    }
    return unsafe XLSXSheet(sheet, of: self)
  }

  /// Returns the format of cells, made when it is first used.
  func format(_ look: CellLook) throws(XLSXError) -> UnsafeMutablePointer<lxw_format> {
    if let format = unsafe formats[look] { return unsafe format }
    guard let format = unsafe workbook_add_format(handle) else {
      throw XLSXError(reason: "memory is exhausted")
    }
    unsafe format_set_num_format(format, look.code)
    unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    if look.isBold { unsafe format_set_bold(format) }
    if look.wraps { unsafe format_set_text_wrap(format) }
    if look == .header { unsafe format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    if look == .title { unsafe format_set_font_size(format, 16) }
    if look == .noteCount { unsafe format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue)) }
    unsafe formats[look] = unsafe format
    return unsafe format
  }

  /// Writes the file; nothing can be added any more.
  func close() throws(XLSXError) {
    let closed = unsafe handle
    unsafe handle = nil
    let status = Self.closing.withLock { _ in unsafe workbook_close(closed) }
    try XLSXError.check(status)
  }
}
