/// The codes of a file's records, each area with its own.
struct CodeColumn {
  /// The field they come from.
  let field: String
  /// The code of each record that is not deleted; those of records without an outline may be empty.
  let values: [String]

  /// Reads the codes from a named field, or from the most likely field whose values all differ.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - rows: The records that become areas.
  ///   - name: The field's name in any letter case; nil finds it.
  ///   - mayNumber: Whether the numbers of the records are codes enough where no field is.
  /// - Throws: ``BoundaryError/noSuchField(path:field:role:fields:)``,
  ///   ``BoundaryError/noCodeField(path:fields:)``,
  ///   ``BoundaryError/emptyCode(path:field:record:)`` and
  ///   ``BoundaryError/duplicateCode(path:field:code:records:)``.
  init(
    of file: BoundaryFile, rows: [Int], named name: String?, mayNumber: Bool = false
  ) throws(BoundaryError) {
    let fields = file.attributes.fields.map(\.name)
    let candidates: [Int]
    if let name {
      guard let index = file.attributes.index(ofField: name) else {
        throw .noSuchField(path: file.path, field: name, role: .code, fields: fields)
      }
      candidates = [index]
    } else {
      candidates = FieldDetection.codeCandidates(fields)
    }
    var firstProblem: BoundaryError?
    for index in candidates {
      let values = try file.attributes.column(index)
      guard let problem = Self.problem(in: values, field: fields[index], rows: rows, of: file)
      else {
        self.field = fields[index]
        self.values = values
        return
      }
      firstProblem = firstProblem ?? problem
    }
    guard mayNumber else { throw firstProblem ?? .noCodeField(path: file.path, fields: fields) }
    field = file.noun
    values = file.recordNumbers.map(String.init)
  }

  /// Returns why a field's values cannot be codes, or `nil` if they can.
  private static func problem(
    in values: [String], field: String, rows: [Int], of file: BoundaryFile
  ) -> BoundaryError? {
    var rowsByCode: [String: Int] = [:]
    for row in rows {
      let code = values[row]
      if code.isEmpty {
        return .emptyCode(path: file.path, field: field, record: file.recordNumbers[row])
      }
      if let earlier = rowsByCode.updateValue(row, forKey: code) {
        return .duplicateCode(
          path: file.path, field: field, code: code,
          records: [file.recordNumbers[earlier], file.recordNumbers[row]])
      }
    }
    return nil
  }
}
