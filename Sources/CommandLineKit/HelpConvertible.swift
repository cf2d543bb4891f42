/// An error that does not say itself what mends it, because that depends on the command line.
package protocol HelpConvertible: Error {
  /// What to do about it, in one line; nil where nothing is known.
  var help: String? { get }
}
