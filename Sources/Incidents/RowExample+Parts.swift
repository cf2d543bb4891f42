package import Parts

extension RowExample: PartCodable {
  package func encode(into part: inout PartEncoder) {
    part.encode(reason.name)
    part.encode(message)
    part.encode(columns)
  }

  package init(from part: inout PartDecoder) throws(PartError) {
    let name = try part.decode(String.self)
    guard let reason = RowReason.allCases.first(where: { $0.name == name }) else {
      throw part.unreadable("a reason for which rows are left out")
    }
    self.init(reason, message: try part.decode())
    columns = try part.decode()
  }
}
