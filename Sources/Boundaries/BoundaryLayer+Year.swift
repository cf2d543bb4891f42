extension BoundaryLayer {
  /// The year that the field of the codes says the areas are of, 2021 of `LSOA21CD`; `nil` if it says none.
  package var year: Int? {
    guard let digits = AreaFieldName(codeField)?.year, let number = Int(digits) else { return nil }
    return digits.count == 2 ? 2000 + number : digits.count == 4 ? number : nil
  }
}
