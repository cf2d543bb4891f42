/// Turns the rows of one file's blocks into batches of incidents; each worker has its own.
struct IncidentParser {
  let file: Int
  let request: IncidentRequest
  let columns: IncidentColumns
  let fieldLimit: Int
  /// The positions of the columns that are read, in no order.
  let columnsRead: [Int]
  /// What is wanted of features.
  let wantedColumns: WantedColumns
  /// Whether blocks have the places as numbers, so that their fields are not looked at.
  let takesPositions: Bool
  /// How many fields a row needs for the columns that are used.
  let fieldsNeeded: Int
  /// Where a file tells when and where, for rows that tell neither.
  let footerColumns: FooterColumns
  let x: Int
  let y: Int
  let isGeographic: Bool
  /// Whether degrees are out of place, because the columns hold metres and nobody named a system.
  let refusesDegrees: Bool
  /// Reads coordinates that are no plain numbers.
  var coordinateReader: CoordinateReader
  /// Whether coordinates are plain numbers, but for single ones.
  let readsPlainNumbers: Bool
  let category: Int
  let start: TimeColumn?
  /// The position of the column of starts; -1 where none is read.
  let startColumn: Int
  let end: TimeColumn?
  /// Whether the user gave the order of dates.
  let isDateOrderGiven: Bool
  /// Whether the user said what whole numbers in columns of times mean.
  let isTimeFormatGiven: Bool
  /// Whether the rows are the features of a GIS file.
  let isFeatures: Bool
  /// Whether messages count rows and not lines.
  let countsRows: Bool
  /// The bytes of the header, where it is told from the rows.
  let header: [UInt8]
  /// The columns wanted as hashes.
  let hashed: [Int]
  /// The columns wanted as text.
  let texts: [Int]
  /// The columns that tell persons or premises apart.
  let identities: [Int]
  /// The columns wanted as labels.
  let labels: [Int]
  /// The sets of which a row may be part.
  let sets: [RowTest]
  /// The column that tells the area of rows without coordinates; -1 for none.
  let areaColumn: Int
  /// The column that tells how many incidents a row stands for; -1 where each is one.
  let countColumn: Int
  let weight: Int
  /// The column whose fields count once; -1 where all rows do.
  let unique: Int
  /// The column of references that are sampled; -1 for none.
  let reference: Int
  /// Whether times are filtered by.
  let needsTime: Bool
  /// Whether rows are also judged by their times, weight or other columns.
  let hasConditions: Bool
  /// Whether batches tell which row each incident is.
  let keepsRows: Bool
  /// Whether batches have columns besides place, category and row.
  let hasMoreColumns: Bool
  /// Whether places are sampled.
  let samplesPositions: Bool
  /// What rows must say.
  let test: RowTest?
  /// Whether each category by number is asked for.
  var admitted: [Bool] = []
  /// What each category by number counts for; empty unless incidents count by their categories.
  var worths: [Double] = []

  /// A column of dates, and perhaps one of times beside it, or the columns of a date's parts.
  struct TimeColumn {
    /// The column of dates; of parts that of years.
    var date: Int
    var time: Int?
    var parts: DateParts?
    var reader: DateColumnReader

    /// The positions of the columns that are read.
    var columns: [Int] { parts?.columns ?? [date] + (time.map { [$0] } ?? []) }

    /// Reads the time of a row.
    @inline(__always)
    func parse(_ fields: RowFields, _ row: Int) -> ParsedTime {
      if let parts { return parse(parts, fields, row) }
      let text = unsafe QuotedText.unquoted(fields.field(date, ofRow: row))
      guard let time else { return reader.parse(unsafe text.span) }
      let clock = unsafe QuotedText.unquoted(fields.field(time, ofRow: row))
      return unsafe reader.parse(date: text.span, time: clock.span)
    }
  }

  init(source: IncidentSource, file: Int, request: IncidentRequest) {
    self.file = file
    self.request = request
    columns = source.columns
    fieldLimit = source.columns.header.count
    let wantsCategory =
      request.category || request.filter.needsCategory || request.categoryWeights != nil
    category = wantsCategory ? columns[.category] ?? -1 : -1
    let reading = source.coordinates
    let coordinates =
      request.coordinates
      ? columns.coordinates ?? reading.position.map { ($0.column, $0.column) } : nil
    x = coordinates?.x ?? -1
    y = coordinates?.y ?? -1
    isGeographic = columns.coordinateKind == .geographic
    refusesDegrees = reading.assumesMetres
    coordinateReader = CoordinateReader(reading, isGeographic: isGeographic)
    readsPlainNumbers = coordinateReader.isPlain
    needsTime = request.filter.needsTime || request.requiresDate
    let wantsStart =
      request.start || request.coverage || needsTime || request.windows != nil
    start = wantsStart ? source.startColumn : nil
    startColumn = start?.date ?? -1
    end = request.end || request.windows != nil ? source.endColumn : nil
    isDateOrderGiven = source.isDateOrderGiven
    isTimeFormatGiven = source.isTimeFormatGiven
    isFeatures = source.origin != nil
    countsRows = source.countsRows
    header = source.headerBytes
    footerColumns = FooterColumns(source)
    hashed = file < request.hashedColumns.count ? request.hashedColumns[file] : []
    texts = file < request.textColumns.count ? request.textColumns[file] : []
    identities = file < request.identityColumns.count ? request.identityColumns[file] : []
    labels = file < request.labelColumns.count ? request.labelColumns[file] : []
    sets = file < request.sets.count ? request.sets[file] : []
    areaColumn = file < request.areaColumns.count ? request.areaColumns[file] : -1
    countColumn = file < request.countColumns.count ? request.countColumns[file] : -1
    weight =
      request.weight && request.categoryWeights == nil ? columns[.weight] ?? -1 : -1
    unique = file < request.uniqueColumns.count ? request.uniqueColumns[file] : -1
    reference = request.samplesRows && unique < 0 ? columns[.id] ?? -1 : -1
    test = file < request.tests.count ? request.tests[file] : nil
    keepsRows = request.keepsRows
    hasMoreColumns =
      request.start || request.end || request.windows != nil || request.weight || !texts.isEmpty
      || !hashed.isEmpty || !identities.isEmpty || !labels.isEmpty || !sets.isEmpty
      || areaColumn >= 0 || countColumn >= 0
    hasConditions =
      start != nil || end != nil || weight >= 0 || countColumn >= 0 || test != nil || needsTime
      || request.windows != nil
    samplesPositions = request.samplesRows && x >= 0
    let dates = [start, end].flatMap { $0?.columns ?? [] }
    let partners = identities + labels + [areaColumn, countColumn] + sets.flatMap(\.columns)
    let needed = [x, y, category, weight, unique] + dates + (test?.columns ?? []) + partners
    fieldsNeeded = (needed.max() ?? -1) + 1
    columnsRead = needed.filter { $0 >= 0 } + texts
    takesPositions = source.havePositions && x == 0 && y == 1
    let count = source.columns.header.count
    if request.keepsRows || request.examinesText {
      wantedColumns = WantedColumns(Array(0..<count), of: count)
    } else {
      let places = takesPositions ? [] : [x, y]
      let fields = [category, weight, unique, reference] + dates + (test?.columns ?? [])
      wantedColumns = WantedColumns(places + fields + hashed + texts + partners, of: count)
    }
  }
}
