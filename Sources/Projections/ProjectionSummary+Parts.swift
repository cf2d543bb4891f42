package import Parts

extension ProjectionSummary: PartCodable {
  package func encode(into part: inout PartEncoder) {
    for text in [source, target, sourceName, targetName, operation, datumShift] {
      part.encode(text)
    }
    part.encode(accuracyMetres)
    part.encode(isBallpark)
    part.encode(skippedBetter)
    part.encode(approximation)
  }

  package init(from part: inout PartDecoder) throws(PartError) {
    self.init(
      source: try part.decode(), target: try part.decode(), sourceName: try part.decode(),
      targetName: try part.decode(), operation: try part.decode(), datumShift: try part.decode(),
      accuracyMetres: try part.decode(), isBallpark: try part.decode(),
      skippedBetter: try part.decode())
    approximation = try part.decode()
  }
}

extension ProjectionSummary.SkippedOperation: PartCodable {
  package func encode(into part: inout PartEncoder) {
    part.encode(operation)
    part.encode(accuracyMetres)
    part.encode(missingGrids)
  }

  package init(from part: inout PartDecoder) throws(PartError) {
    self.init(
      operation: try part.decode(), accuracyMetres: try part.decode(),
      missingGrids: try part.decode())
  }
}

extension MissingGrid: PartCodable {
  package func encode(into part: inout PartEncoder) {
    part.encode(fileName)
    part.encode(publishersName)
    part.encode(address)
  }

  package init(from part: inout PartDecoder) throws(PartError) {
    self.init(
      fileName: try part.decode(), publishersName: try part.decode(), address: try part.decode())
  }
}
