extension Double {
  /// Converts a wide whole number to the nearest number, or of two to the even one.
  ///
  /// The general conversion of the standard library goes through generic code for every digit. Here the 64
  /// leading bits are kept, the last of them set if anything is dropped, so that the processor rounds as it
  /// would the whole.
  init(nearest number: Int128) {
    if let small = Int64(exactly: number) {
      self.init(small)
      return
    }
    let size = number.magnitude
    let dropped = max(0, 64 - size.leadingZeroBitCount)
    let leading = UInt64(truncatingIfNeeded: size &>> UInt128(truncatingIfNeeded: dropped))
    let isExact = size.trailingZeroBitCount >= dropped
    let value =
      Double(isExact ? leading : leading | 1)
      * Double(sign: .plus, exponent: dropped, significand: 1)
    self = number < 0 ? -value : value
  }
}
