import CGEOS

/// A GEOS context and what GEOS said in it.
///
/// Each owner of GEOS objects makes its own context and stays with one thread, so that no state is
/// shared. GEOS prints nothing: its messages are kept here for the error that is thrown.
@safe
final class GEOSContext {
  /// The handle that every reentrant GEOS function takes first.
  let handle: OpaquePointer
  private var messages: [String] = []

  /// Starts GEOS.
  ///
  /// The corresponding C function is `GEOS_init_r`.
  init() {
    guard let handle = unsafe GEOS_init_r() else {
      preconditionFailure("GEOSContext: no memory for a context")
    }
    unsafe self.handle = handle
    // The pointer to this object is not retained: GEOS calls back only inside calls made through
    // the handle, which is released in deinit.
    unsafe GEOSContext_setErrorMessageHandler_r(
      handle,
      { message, collector in
        guard let message = unsafe message, let collector = unsafe collector else { return }
        let context = unsafe Unmanaged<GEOSContext>.fromOpaque(collector).takeUnretainedValue()
        // Some of GEOS's messages end in a line break.
        let text = unsafe String(cString: message)
        context.messages.append(text.split(whereSeparator: \.isNewline).joined(separator: " "))
      },
      Unmanaged.passUnretained(self).toOpaque())
  }

  deinit { unsafe GEOS_finish_r(handle) }

  /// Returns what GEOS said since it was last asked, and forgets it.
  func takeMessages() -> String {
    defer { messages = [] }
    return messages.isEmpty ? "no reason given" : messages.joined(separator: "; ")
  }

  /// Returns a new geometry from a pointer that a GEOS function made, or throws GEOS's reason.
  ///
  /// - Parameters:
  ///   - pointer: What the function returned; the geometry becomes its owner.
  ///   - operation: What was tried, after "cannot".
  /// - Returns: The geometry.
  /// - Throws: ``TopologyError/failed(operation:reason:)`` when the pointer is null.
  func adopt(
    _ pointer: OpaquePointer?, operation: @autoclosure () -> String
  ) throws(TopologyError) -> GEOSGeometry {
    guard let pointer = unsafe pointer else {
      throw TopologyError.failed(operation: operation(), reason: takeMessages())
    }
    return unsafe GEOSGeometry(owning: pointer, in: self)
  }
}
