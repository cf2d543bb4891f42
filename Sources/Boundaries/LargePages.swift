import Glibc

extension Array {
  /// Makes an empty array with room for a number of elements, on large pages where there are such.
  ///
  /// Points fall anywhere in an index, so that most of them find the translation of the page they
  /// need gone; pages of 2 MiB, which the processor has at hand for the whole index, save that
  /// walk. The system may decline, which changes nothing but the time.
  ///
  /// - Parameter count: How many elements there will be; more make the array move, as ever.
  init(onLargePagesWithRoomFor count: Int) {
    self.init()
    reserveCapacity(count)
    unsafe withUnsafeMutableBufferPointer { elements in
      guard let first = elements.baseAddress else { return }
      let base = UnsafeMutableRawPointer(first)
      // Bound: whole large pages within the room just reserved, which is nobody else's.
      let page = 1 << 21
      let start = unsafe base.alignedUp(toMultipleOf: page)
      let end = unsafe (base + count * MemoryLayout<Element>.stride)
        .alignedDown(toMultipleOf: page)
      if unsafe start < end { _ = unsafe madvise(start, end - start, MADV_HUGEPAGE) }
    }
  }
}
