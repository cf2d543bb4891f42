extension ByteBuffer {
  /// Appends text as a JSON string, with its quotes.
  package mutating func append(json text: String) {
    append(UInt8(ascii: "\""))
    for byte in text.utf8 { append(escaping: byte) }
    append(UInt8(ascii: "\""))
  }

  /// Appends a byte of a JSON string, escaped where it must be.
  mutating func append(escaping byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append("\\\"")
    case UInt8(ascii: "\\"): append("\\\\")
    case UInt8(ascii: "\n"): append("\\n")
    case UInt8(ascii: "\r"): append("\\r")
    case UInt8(ascii: "\t"): append("\\t")
    case 0..<0x20:
      append("\\u00")
      append(Self.hexadecimal[Int(byte >> 4)])
      append(Self.hexadecimal[Int(byte & 15)])
    default: append(byte)
    }
  }

  private static let hexadecimal = Array("0123456789abcdef".utf8)
}

/// A JSON value whose members keep their order.
public enum JSONValue: Sendable, Equatable {
  /// No value.
  case null
  /// True or false.
  case boolean(Bool)
  /// A whole number.
  case integer(Int)
  /// A real number; not-a-number is written as null.
  case real(Double)
  /// Text.
  case text(String)
  /// A list.
  case array([JSONValue])
  /// Members, in the order in which they are written.
  case object([Member])

  /// A member of an object.
  public struct Member: Sendable, Equatable {
    /// The member's name.
    public var name: String
    /// The member's value.
    public var value: JSONValue

    /// Creates a member.
    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// Returns an object whose members are in the order of their names.
  public static func sorted(_ counts: [String: Int]) -> JSONValue {
    .object(counts.sorted { $0.key < $1.key }.map { Member($0.key, .integer($0.value)) })
  }

  /// Returns text, or null where there is none.
  public static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.text) ?? .null }

  /// Returns a number, or null where there is none.
  public static func optional(_ number: Double?) -> JSONValue {
    number.map(JSONValue.real) ?? .null
  }

  /// Appends the value, indented by two blanks for each level.
  package func write(to buffer: inout ByteBuffer, indent: Int = 0) {
    let inner = String(repeating: "  ", count: indent + 1)
    let outer = String(repeating: "  ", count: indent)
    switch self {
    case .null: buffer.append("null")
    case .boolean(let value): buffer.append(value ? "true" : "false")
    case .integer(let value): buffer.append(value)
    case .real(let value): buffer.append(shortest: value)
    case .text(let value): buffer.append(json: value)
    case .array(let values):
      if values.isEmpty {
        buffer.append("[]")
        return
      }
      for (position, value) in values.enumerated() {
        buffer.append(position == 0 ? "[\n\(inner)" : ",\n\(inner)")
        value.write(to: &buffer, indent: indent + 1)
      }
      buffer.append("\n\(outer)]")
    case .object(let members):
      if members.isEmpty {
        buffer.append("{}")
        return
      }
      for (position, member) in members.enumerated() {
        buffer.append(position == 0 ? "{\n\(inner)" : ",\n\(inner)")
        buffer.append(json: member.name)
        buffer.append(": ")
        member.value.write(to: &buffer, indent: indent + 1)
      }
      buffer.append("\n\(outer)}")
    }
  }
}
