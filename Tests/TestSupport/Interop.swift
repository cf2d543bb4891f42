import Dispatch
import Foundation

/// Other programs that open what Hotspots writes; only in tests started by `scripts/test
/// --interop`.
///
///     @Test("GDAL opens the areas", .enabled(if: Interop.isEnabled, "\(Interop.absence)"))
///     func opens() throws {
///       let outcome = try Interop.run("ogrinfo", ["-so", "-al", path])
///       #expect(outcome.status == 0 && outcome.errors.isEmpty)
///     }
public enum Interop {
  /// What a program left behind.
  public struct Outcome: Sendable, Equatable {
    /// The exit status; 128 and the signal when a signal ended it, as in a shell.
    public let status: Int32
    /// What it wrote to standard output.
    public let output: String
    /// What it wrote to standard error.
    public let errors: String
  }

  /// Why a program gave no outcome.
  public enum Failure: Error, Equatable {
    /// The program is not on the machine.
    case notFound(tool: String)
    /// The program was stopped because it took too long.
    case tookTooLong(tool: String, seconds: Double)
  }

  /// Whether tests with other programs run, for `.enabled(if:)`.
  public static let isEnabled = ProcessInfo.processInfo.environment["HOTSPOTS_INTEROP"] == "1"

  /// What a skipped test says.
  public static let absence: String =
    "needs other programs (GDAL, GeoPandas, QGIS, PostGIS, Chromium, librsvg, poppler): run "
    + "scripts/test --interop"

  /// The Python that has GeoPandas.
  public static var python: String {
    ProcessInfo.processInfo.environment["HOTSPOTS_PYTHON"] ?? "python3"
  }

  /// The name of Chromium: `chromium` in Debian, `chromium-browser` in Ubuntu.
  ///
  /// Started as root it needs `--headless` and `--no-sandbox`.
  public static var browser: String {
    path(of: "chromium") == nil ? "chromium-browser" : "chromium"
  }

  /// Runs a program to its end, without standard input.
  ///
  /// - Parameters:
  ///   - tool: A name to be found on the `PATH`, or a path.
  ///   - arguments: The arguments, passed without a shell.
  ///   - seconds: How long it may take before it is stopped.
  /// - Returns: The exit status and what the program printed.
  /// - Throws: ``Failure/notFound(tool:)`` and ``Failure/tookTooLong(tool:seconds:)``.
  public static func run(
    _ tool: String, _ arguments: [String], limit seconds: Double = 120
  ) throws -> Outcome {
    guard let path = path(of: tool) else { throw Failure.notFound(tool: tool) }
    // Files instead of pipes: a program never waits for its reader.
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "hotspots-interop-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try emptyFile("output", in: folder)
    process.standardError = try emptyFile("errors", in: folder)
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    guard ended.wait(timeout: .now() + seconds) == .success else {
      kill(process.processIdentifier, SIGKILL)
      ended.wait()
      throw Failure.tookTooLong(tool: tool, seconds: seconds)
    }
    let bySignal = process.terminationReason == .uncaughtSignal
    return Outcome(
      status: (bySignal ? 128 : 0) + process.terminationStatus,
      output: try text("output", in: folder), errors: try text("errors", in: folder))
  }

  /// Returns whether a program is on the machine.
  public static func has(_ tool: String) -> Bool { path(of: tool) != nil }

  static func path(of tool: String) -> String? {
    if tool.contains("/") { return tool }
    return (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/\(tool)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private static func emptyFile(_ name: String, in folder: URL) throws -> FileHandle {
    let file = folder.appending(path: name)
    try Data().write(to: file)
    return try FileHandle(forWritingTo: file)
  }

  private static func text(_ name: String, in folder: URL) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }
}
