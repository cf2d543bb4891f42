extension Program {
  /// Returns the script that makes a shell complete this program's command lines.
  func completionScript(for shell: CompletionShell) -> String { "" }
}
