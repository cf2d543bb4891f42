/// How a cell looks.
enum CellLook: Hashable {
  /// The name of a column.
  case header
  /// A value of a column.
  case cell(CellForm)
  /// The title of notes.
  case title
  /// A heading of notes.
  case heading
  /// Words of notes.
  case note
  /// A count in notes.
  case noteCount

  /// The number format.
  var code: String {
    switch self {
    case .cell(let form): form.code
    case .noteCount: CellForm.whole.code
    case .header, .title, .heading, .note: CellForm.text.code
    }
  }

  /// Whether the text is bold.
  var isBold: Bool { self == .header || self == .title || self == .heading }

  /// Whether long text goes on in a further line of the cell.
  var wraps: Bool { self == .note }
}
