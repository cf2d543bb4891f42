import Foundation
import SampleBorough

/// Says something on standard error.
func say(_ text: String) { FileHandle.standardError.write(Data("\(text)\n".utf8)) }

let arguments = CommandLine.arguments.dropFirst()
guard arguments.count <= 1, arguments.first?.hasPrefix("-") != true else {
  say("usage: make-samples [FOLDER]")
  exit(64)
}
let folder = arguments.first ?? "."
do {
  let samples = SampleFolder()
  try samples.write(to: folder)
  say(
    "\(samples.incidents.count) incidents and \(samples.borough.areas.count) areas in '\(folder)'")
} catch {
  say("make-samples: error: \(error)")
  exit(73)
}
