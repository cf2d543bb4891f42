package import Parts

/// What must be the same of parts that are joined: who counted what, by which rules.
package struct PartHeader: PartCodable, Equatable {
  /// An option, with its values as typed.
  package struct Option: PartCodable, Equatable {
    /// The name without dashes.
    package let name: String
    /// The values; none for a flag.
    package let values: [String]

    /// Describes an option.
    package init(name: String, values: [String]) {
      self.name = name
      self.values = values
    }

    package func encode(into part: inout PartEncoder) {
      part.encode(name)
      part.encode(values)
    }

    package init(from part: inout PartDecoder) throws(PartError) {
      name = try part.decode()
      values = try part.decode()
    }
  }

  /// A file besides incidents and boundaries that decides what is counted.
  package struct File: PartCodable, Equatable {
    /// Its path, as typed.
    package let path: String
    /// Its SHA-256, in hexadecimal.
    package let digest: String

    /// Describes a file.
    package init(path: String, digest: String) {
      self.path = path
      self.digest = digest
    }

    package func encode(into part: inout PartEncoder) {
      part.encode(path)
      part.encode(digest)
    }

    package init(from part: inout PartDecoder) throws(PartError) {
      path = try part.decode()
      digest = try part.decode()
    }
  }

  /// The version of the program.
  package let version: String
  /// The command.
  package let command: String
  /// Its options but for inputs and outputs, by their names.
  package let options: [Option]
  /// The files that these options name.
  package let files: [File]

  /// Describes what was asked of this program.
  package init(command: String, options: [Option], files: [File]) {
    version = Release.version
    self.command = command
    self.options = options.sorted { $0.name < $1.name }
    self.files = files
  }

  package func encode(into part: inout PartEncoder) {
    part.encode(version)
    part.encode(command)
    part.encode(options)
    part.encode(files)
  }

  package init(from part: inout PartDecoder) throws(PartError) {
    version = try part.decode()
    command = try part.decode()
    options = try part.decode()
    files = try part.decode()
  }
}
