/// What a row's fields must say, such as `outcome = "Under investigation"`.
///
///     condition  = conjunction { "or" conjunction }
///     conjunction = negation { "and" negation }
///     negation   = "not" negation | "(" condition ")" | comparison
///     comparison = column ( "=" | "!=" | "<" | "<=" | ">" | ">=" ) value
///                | column [ "not" ] "in" "(" value { "," value } ")"
///                | column [ "not" ] "like" text
///                | column "is" [ "not" ] "empty"
///     column     = a bare name, or a name in `backquotes` or "double quotes"
///     value      = a number, or text in 'single' or "double quotes"
///
/// `not` binds tighter than `and`, `and` tighter than `or`. Words and names of columns are read in
/// any letter case. A quote inside quotes is doubled.
///
/// Text is compared without the blanks around it and without regard to letter case; `<` and `>`
/// order it by its bytes. Where the value is a number, fields are compared as numbers, and a field
/// that is not a number matches neither `=` nor `!=` nor any other. In `like`, `%` stands for any
/// text. A field is empty when there is nothing in it but blanks.
public indirect enum Condition: Sendable, Equatable {
  /// How a field is compared with a value.
  public enum Comparison: Sendable, Equatable {
    case equal, different, less, lessOrEqual, greater, greaterOrEqual
  }

  /// What a field is compared with.
  public enum Value: Sendable, Equatable {
    /// A number; fields are read as numbers.
    case number(Double)
    /// Text.
    case text(String)
  }

  /// A column's name, and where it stands in the expression.
  public struct Name: Sendable, Equatable {
    /// The name as it is written.
    public var text: String
    /// How many characters stand before it.
    public var position: Int
  }

  /// A field compared with a value.
  case compare(Name, Comparison, Value)
  /// A field that equals one of several values.
  case isOne(Name, of: [Value])
  /// A field that is like a pattern, in which `%` stands for any text.
  case like(Name, pattern: String)
  /// A field that is empty.
  case isEmpty(Name)
  /// Anything but this.
  case not(Condition)
  /// All of these.
  case all([Condition])
  /// One of these, or several.
  case any([Condition])

  /// Reads an expression.
  ///
  /// - Throws: ``ConditionError`` with the place of what is not understood.
  /// - Complexity: O(*n*) for *n* characters.
  public init(_ expression: String) throws(ConditionError) {
    var parser = try ConditionParser(expression)
    self = try parser.condition()
    try parser.expectEnd()
  }
}
