import GeoJSON
import Glibc

/// Writes GeoJSON features as rows of comma-separated text.
struct FeatureWriter {
  private let columns: FeatureColumns
  /// Which property of the feature belongs in each column, -1 for none.
  private var propertyOfColumn: [Int]
  private var scratch: [UInt8] = []
  /// Properties without a column, the first few of them in the order in which they were met.
  private(set) var unlistedNames: [String] = []

  /// How many names of properties without a column are kept.
  static let unlistedLimit = 5

  /// Prepares to write rows of these columns.
  init(_ columns: FeatureColumns) {
    self.columns = columns
    propertyOfColumn = Array(repeating: -1, count: columns.names.count)
  }

  /// Appends a feature.
  mutating func append(_ feature: GeoJSONFeature, to row: inout FeatureRow) {
    unsafe feature.bytes.withUnsafeBufferPointer { text in
      let isPoint =
        feature.kind == .point || feature.kind == .multiPoint && feature.positionCount == 1
      if isPoint {
        let (x, y) = feature.firstPosition
        // Bound: the ranges of a feature lie within its text.
        unsafe row.append(
          x: UnsafeBufferPointer(rebasing: text[x]), y: UnsafeBufferPointer(rebasing: text[y]))
      } else if feature.kind == .none {
        row.appendNoPosition()
      } else {
        row.appendNoPoint()
      }
      unsafe sortProperties(of: feature, text)
      for property in propertyOfColumn {
        row.separate()
        if property >= 0 { unsafe append(feature.properties[property], text, to: &row) }
      }
    }
    row.end()
  }

  /// Finds the column of each property; most features have them all in one order.
  private mutating func sortProperties(
    of feature: GeoJSONFeature, _ text: UnsafeBufferPointer<UInt8>
  ) {
    for column in propertyOfColumn.indices { propertyOfColumn[column] = -1 }
    for (index, property) in feature.properties.enumerated() {
      // Bound: the name lies within the text.
      let name = unsafe UnsafeBufferPointer(rebasing: text[property.name])
      if index < columns.written.count, unsafe Self.isEqual(columns.written[index], name) {
        propertyOfColumn[index] = index
      } else if let column = unsafe columns.places[Array(name)] {
        propertyOfColumn[column] = index
      } else if unlistedNames.count < Self.unlistedLimit {
        let unlisted = feature.name(of: property)
        if !unlistedNames.contains(unlisted) { unlistedNames.append(unlisted) }
      }
    }
  }

  private static func isEqual(_ name: [UInt8], _ other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard name.count == other.count else { return false }
    // Bound: both have that many bytes.
    return unsafe name.withUnsafeBufferPointer { name in
      guard let left = name.baseAddress, let right = other.baseAddress else { return true }
      return unsafe memcmp(left, right, name.count) == 0
    }
  }

  private static func hasNoComma(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = value.baseAddress else { return true }
    // Bound: the value has that many bytes.
    return unsafe memchr(start, Int32(UInt8(ascii: ",")), value.count) == nil
  }

  private mutating func append(
    _ property: GeoJSONFeature.Property, _ text: UnsafeBufferPointer<UInt8>,
    to row: inout FeatureRow
  ) {
    if property.kind == .null { return }
    // Bound: the value lies within the text.
    let value = unsafe UnsafeBufferPointer(rebasing: text[property.value])
    guard property.valueHasEscapes else {
      // Text without escapes has neither quotes nor control characters, numbers have no commas.
      let isBare =
        switch property.kind {
        case .text: unsafe value.isEmpty || Self.hasNoComma(value)
        case .number, .boolean: true
        case .container, .null: false
        }
      if isBare { unsafe row.append(bare: value) } else { unsafe row.append(value) }
      return
    }
    scratch.removeAll(keepingCapacity: true)
    JSONText.unescape(unsafe Array(value)[...], into: &scratch)
    unsafe scratch.withUnsafeBufferPointer { unsafe row.append($0) }
  }
}
