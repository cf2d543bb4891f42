/// An error whose remedy depends on the command line, and is therefore not part of its description.
package protocol HelpConvertible: Error {
  /// What to do about it, in one line; `nil` if nothing is known.
  var help: String? { get }
}
