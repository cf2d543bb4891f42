import Foundation

/// A real browser without a window, driven by the WebDriver protocol
/// (https://www.w3.org/TR/webdriver2/).
///
/// Chromium and its driver are started when a browser is made and ended when it goes. Nothing is
/// fetched from the network: the driver listens on this machine only, and pages are files.
///
///     let browser = try await Browser()
///     try await browser.open(path)
///     let title = try await browser.evaluate("return document.title") as? String
public final class Browser {
  /// Why the browser did not do as it was told.
  public struct Failure: Error, CustomStringConvertible {
    /// What the driver said.
    public let description: String
  }

  /// Whether a browser and its driver are on the machine, for `.enabled(if:)`.
  public static let isPresent = binary != nil && Interop.path(of: "chromedriver") != nil

  /// What a skipped test says.
  public static let absence: String =
    "needs Chromium and chromedriver: scripts/test --interop installs them"

  private static var binary: String? { Interop.path(of: Interop.browser) }

  private let driver: Process
  private let port: UInt16
  private var session = ""
  private let folder = TemporaryFolder()

  /// Starts a browser.
  ///
  /// - Parameter runsScripts: Whether pages may run scripts; tests may in any case.
  /// - Throws: ``Failure``.
  public init(runsScripts: Bool = true) async throws {
    guard let path = Interop.path(of: "chromedriver"), let binary = Self.binary else {
      throw Failure(description: Self.absence)
    }
    (driver, port) = try Self.startDriver(path)
    var options: [String: Any] = [
      "binary": binary,
      "args": [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--window-size=1280,900", "--user-data-dir=\(folder.path("profile"))",
      ],
    ]
    if !runsScripts {
      options["prefs"] = ["profile.managed_default_content_settings.javascript": 2]
    }
    let wanted: [String: Any] = [
      "browserName": "chrome", "goog:chromeOptions": options,
      "goog:loggingPrefs": ["browser": "ALL"],
    ]
    let value = try await send("POST", "session", ["capabilities": ["alwaysMatch": wanted]])
    session = (value as? [String: Any])?["sessionId"] as? String ?? ""
  }

  /// How often a driver is started that ends at once.
  private static let tries = 3

  /// Starts the driver and returns the port at which it listens.
  ///
  /// It looks for a port that is free on one loopback address and takes it on both: beside other drivers
  /// that may fail, and then it ends.
  private static func startDriver(_ path: String) throws -> (Process, UInt16) {
    var said = ""
    for _ in 0..<tries {
      let driver = Process()
      driver.executableURL = URL(filePath: path)
      driver.arguments = ["--port=0"]
      driver.standardInput = FileHandle.nullDevice
      driver.standardError = FileHandle.nullDevice
      let output = Pipe()
      driver.standardOutput = output
      try driver.run()
      said = ""
      // The driver says its port when it is ready, and then nothing more.
      while case let data = output.fileHandleForReading.availableData, !data.isEmpty {
        said += String(decoding: data, as: UTF8.self)
        if let port = said.firstMatch(of: /successfully on port (\d+)/), let number = UInt16(port.1)
        {
          return (driver, number)
        }
      }
    }
    throw Failure(description: "chromedriver ended: \(said)")
  }

  deinit { if driver.isRunning { driver.terminate() } }

  /// Ends the browser.
  public func close() async throws {
    _ = try await send("DELETE", "session/\(session)")
    driver.terminate()
  }

  /// Opens a file and waits until it is loaded.
  public func open(_ path: String) async throws {
    _ = try await send("POST", "session/\(session)/url", ["url": "file://\(path)"])
  }

  /// Runs a script on the page and returns what it returns: text, numbers, arrays or dictionaries.
  public func evaluate(_ script: String) async throws -> Any {
    try await send("POST", "session/\(session)/execute/sync", ["script": script, "args": []])
  }

  /// What the page has written to the console since this was last asked.
  public func consoleMessages() async throws -> [String] {
    let value = try await send("POST", "session/\(session)/se/log", ["type": "browser"])
    return (value as? [[String: Any]] ?? []).map { "\($0["level"] ?? ""): \($0["message"] ?? "")" }
  }

  /// Clicks the first element that a selector of CSS finds, as a mouse does.
  public func click(_ selector: String) async throws {
    let element = try await element(selector)
    _ = try await send("POST", "session/\(session)/element/\(element)/click", [:])
  }

  /// Moves the mouse onto the first element that a selector of CSS finds.
  public func point(at selector: String) async throws {
    let element = try await element(selector)
    let origin = [Self.elementKey: element]
    let move: [String: Any] = [
      "type": "pointerMove", "duration": 0, "x": 0, "y": 0, "origin": origin,
    ]
    let mouse: [String: Any] = ["type": "pointer", "id": "mouse", "actions": [move]]
    _ = try await send("POST", "session/\(session)/actions", ["actions": [mouse]])
  }

  /// Prefers light or dark colours from now on.
  public func prefer(dark: Bool) async throws {
    let feature = ["name": "prefers-color-scheme", "value": dark ? "dark" : "light"]
    _ = try await send(
      "POST", "session/\(session)/goog/cdp/execute",
      ["cmd": "Emulation.setEmulatedMedia", "params": ["features": [feature]]])
  }

  /// Makes the window as wide and as high as the screen of a telephone, in pixels of style sheets.
  public func resize(width: Int, height: Int) async throws {
    let metrics: [String: Any] = [
      "width": width, "height": height, "deviceScaleFactor": 1, "mobile": true,
    ]
    _ = try await send(
      "POST", "session/\(session)/goog/cdp/execute",
      ["cmd": "Emulation.setDeviceMetricsOverride", "params": metrics])
  }

  /// Prints the page on A4 and returns the PDF.
  ///
  /// - Parameter isLandscape: Whether the sheets lie.
  /// - Returns: The bytes of the PDF.
  /// - Throws: ``Failure``.
  public func pdf(isLandscape: Bool = false) async throws -> [UInt8] {
    // The sizes of A4 in centimetres; the margins are those of the page's own style sheet.
    let sheet: [String: Any] = ["width": 21.0, "height": 29.7]
    let value = try await send(
      "POST", "session/\(session)/print",
      [
        "orientation": isLandscape ? "landscape" : "portrait", "background": true, "page": sheet,
        "shrinkToFit": false,
      ])
    guard let text = value as? String, let data = Data(base64Encoded: text) else {
      throw Failure(description: "no PDF")
    }
    return Array(data)
  }

  // MARK: - The protocol

  /// The name under which the protocol passes elements.
  private static let elementKey = "element-6066-11e4-a52e-4f735466cecf"

  private func element(_ selector: String) async throws -> String {
    let value = try await send(
      "POST", "session/\(session)/element", ["using": "css selector", "value": selector])
    return (value as? [String: String])?[Self.elementKey] ?? ""
  }

  private func send(
    _ method: String, _ path: String, _ body: [String: Any]? = nil
  ) async throws -> Any {
    let data = try HTTPExchange.send(
      method, port: port, path: "/\(path)",
      body: body.map { try JSONSerialization.data(withJSONObject: $0) } ?? Data())
    let answer = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let value = answer?["value"] ?? NSNull()
    if let fault = value as? [String: Any], let error = fault["error"] as? String {
      throw Failure(description: "\(method) \(path): \(error): \(fault["message"] ?? "")")
    }
    return value
  }
}
