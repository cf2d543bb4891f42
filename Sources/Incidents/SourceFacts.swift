package import Parts

/// What results ask of an incident file apart from its rows.
package struct SourceFacts: Sendable, Equatable {
  /// The name that was typed, or that of the part of what was typed.
  package let path: String
  /// The order of all-numeric dates; `nil` if nothing tells it, or dates are not read.
  package let dateOrder: DateOrder?
  /// What whole numbers in the columns of times mean; `nil` if nothing tells it.
  package let timeFormat: TimeFormat?
  let columns: IncidentColumns
  let origin: FeatureOrigin?
  let delimiter: UInt8
  let epoch: EpochUnit?
  let coordinates: CoordinateReading
  let areAttributesAlone: Bool
  let countsRows: Bool
  let headerLine: HeaderLine?
  let hasTitles: Bool
  let encoding: String
  let warnings: [String]
  let leftOut: [LeftOutFile]
  let unlistedProperties: [String]

  /// Whether a column tells categories.
  package var hasCategories: Bool { columns[.category] != nil }

  /// Takes down the facts of a file; of its rows none are among them.
  package init(of source: IncidentSource) {
    path = source.path
    columns = source.columns
    origin = source.origin
    delimiter = source.delimiter.asciiValue ?? Dialect().delimiter
    (dateOrder, timeFormat, epoch) = (source.dateOrder, source.timeFormat, source.epoch)
    coordinates = source.coordinates.withoutPairs
    areAttributesAlone = source.areAttributesAlone
    countsRows = source.countsRows
    (headerLine, hasTitles) = (source.headerLine, source.hasTitles)
    (encoding, warnings) = (source.encoding, source.warnings)
    (leftOut, unlistedProperties) = (source.part.leftOut, source.unlistedProperties)
  }
}

extension SourceFacts: PartCodable {
  package func encode(into part: inout PartEncoder) {
    part.encode(path)
    part.encode(columns)
    part.encode(origin)
    part.encode(Int(delimiter))
    part.encode(dateOrder?.rawValue)
    part.encode(timeFormat?.rawValue)
    part.encode(epoch.map { Int($0.rawValue) })
    part.encode(coordinates)
    part.encode(areAttributesAlone)
    part.encode(countsRows)
    part.encode(headerLine?.number)
    part.encode(headerLine?.isRow)
    part.encode(hasTitles)
    part.encode(encoding)
    part.encode(warnings)
    part.encode(leftOut)
    part.encode(unlistedProperties)
  }

  package init(from part: inout PartDecoder) throws(PartError) {
    path = try part.decode()
    columns = try part.decode()
    origin = try part.decode()
    guard let delimiter = UInt8(exactly: try part.decode(Int.self)), delimiter < 0x80 else {
      throw part.unreadable("a byte between fields")
    }
    self.delimiter = delimiter
    dateOrder = try part.choice(try part.decode(), of: "an order of dates")
    timeFormat = try part.choice(try part.decode(), of: "a form of times")
    epoch = try part.choice(
      try part.decode(Int?.self).flatMap(UInt8.init(exactly:)), of: "a unit of dates")
    coordinates = try part.decode()
    areAttributesAlone = try part.decode()
    countsRows = try part.decode()
    let (number, isRow) = (try part.decode(Int?.self), try part.decode(Bool?.self))
    let (places, column) = (columns.header.indices, coordinates.position?.column)
    guard number.map({ $0 > 0 }) ?? true, number != nil || isRow == nil,
      column.map(places.contains) ?? true
    else { throw .inconsistent("the header of \(path) stands nowhere, or lacks a column") }
    headerLine = number.map { HeaderLine($0, isRow: isRow ?? false) }
    hasTitles = try part.decode()
    encoding = try part.decode()
    warnings = try part.decode()
    leftOut = try part.decode()
    unlistedProperties = try part.decode()
  }
}

extension LeftOutFile: PartCodable {
  package func encode(into part: inout PartEncoder) {
    part.encode(path)
    part.encode(Reason.allCases.firstIndex(of: reason))
  }

  package init(from part: inout PartDecoder) throws(PartError) {
    let path = try part.decode(String.self)
    guard let reason = try part.decode(Int?.self), Reason.allCases.indices.contains(reason) else {
      throw part.unreadable("why a file is not read")
    }
    self.init(path: path, reason: Reason.allCases[reason])
  }
}

extension PartDecoder {
  /// Returns the choice that a value stands for.
  fileprivate func choice<Choice: RawRepresentable>(
    _ value: Choice.RawValue?, of expected: String
  ) throws(PartError) -> Choice? {
    guard let value else { return nil }
    guard let choice = Choice(rawValue: value) else { throw unreadable(expected) }
    return choice
  }
}

extension IncidentColumns: PartCodable {
  package func encode(into part: inout PartEncoder) {
    part.encode(header)
    let found = ColumnKey.allCases.filter { positions[$0] != nil }
    part.encode(found.map(\.rawValue))
    part.encode(found.compactMap { positions[$0] })
    part.encode(possibleWeight)
    part.encode(areDegreesByValue)
    part.encode(positionKind.map { $0 == .geographic })
    part.encode(notes)
  }

  package init(from part: inout PartDecoder) throws(PartError) {
    let header: [String] = try part.decode()
    let (names, places) = (try part.decode([String].self), try part.decode([Int].self))
    var found: [ColumnKey: Int] = [:]
    guard names.count == places.count else { throw part.unreadable("the columns that are used") }
    for (name, place) in zip(names, places) {
      guard let key = ColumnKey(rawValue: name), header.indices.contains(place) else {
        throw part.unreadable("a column that is used")
      }
      found[key] = place
    }
    self.init(header: header, found: found)
    possibleWeight = try part.decode()
    areDegreesByValue = try part.decode()
    positionKind = try part.decode(Bool?.self).map { $0 ? .geographic : .projected }
    notes = try part.decode()
  }
}

extension FeatureOrigin: PartCodable {
  package func encode(into part: inout PartEncoder) {
    part.encode(noun)
    part.encode(crs)
    part.encode(hasRebuiltIndex)
  }

  package init(from part: inout PartDecoder) throws(PartError) {
    self.init(noun: try part.decode(), crs: try part.decode())
    hasRebuiltIndex = try part.decode()
  }
}

extension CoordinateReading: PartCodable {
  /// The same without the positions of rows.
  fileprivate var withoutPairs: CoordinateReading {
    var reading = self
    reading.position = position?.withoutPairs
    return reading
  }

  package func encode(into part: inout PartEncoder) {
    part.encode(Int(marks.decimal))
    part.encode(marks.areDegrees)
    part.encode(position)
    part.encode(assumesMetres)
  }

  package init(from part: inout PartDecoder) throws(PartError) {
    var marks = NumberMarks()
    guard let decimal = UInt8(exactly: try part.decode(Int.self)) else {
      throw part.unreadable("a decimal mark")
    }
    marks.decimal = decimal
    marks.areDegrees = try part.decode()
    self.init(marks: marks)
    position = try part.decode()
    assumesMetres = try part.decode()
  }
}

extension PositionColumn: PartCodable {
  /// The same without the positions of rows.
  fileprivate var withoutPairs: PositionColumn {
    PositionColumn(
      column: column, form: form, order: order, basis: basis, areDegrees: areDegrees,
      system: system, side: side, pairs: [])
  }

  package func encode(into part: inout PartEncoder) {
    part.encode(column)
    part.encode(form.rawValue)
    part.encode(order.rawValue)
    part.encode(basis.rawValue)
    part.encode(areDegrees)
    part.encode(system)
    part.encode(side)
  }

  package init(from part: inout PartDecoder) throws(PartError) {
    let column: Int = try part.decode()
    guard let form = PositionForm(rawValue: try part.decode()),
      let order = Order(rawValue: try part.decode()),
      let basis = Basis(rawValue: try part.decode())
    else { throw part.unreadable("a column of positions") }
    self.init(
      column: column, form: form, order: order, basis: basis, areDegrees: try part.decode(),
      system: try part.decode(), side: try part.decode(), pairs: [])
    // The largest squares of national grids have sides of 500 km.
    guard side >= 0, side <= 1e6 else { throw part.unreadable("the side of a square") }
  }
}
