import Foundation
import Testing

@testable import CommandLineKit

@Suite("Console")
struct ConsoleTests {
  @Test(
    "each verb speaks where and when it should",
    arguments: [
      (Console.Verbosity.quiet, "hotspots: warning: c\nhotspots: error: d\n"),
      (.normal, "a\nhotspots: warning: c\nhotspots: error: d\n"),
      (.verbose, "a\nb\nhotspots: warning: c\nhotspots: error: d\n"),
    ])
  func verbs(verbosity: Console.Verbosity, expected: String) throws {
    let console = Console(verbosity: verbosity)
    try console.print("data")
    console.note("a")
    console.detail("b")
    console.warn("c")
    console.fail("d")
    #expect(console.output.text == "data\n")
    #expect(console.error.text == expected)
  }

  @Test("warnings are kept in order, by all copies of a console together")
  func warnings() {
    let console = Console()
    console.warn("one")
    console.speaking(.quiet).warn("two")
    #expect(console.warnings == ["one", "two"])
  }

  @Test("bytes reach the output as they are")
  func bytes() throws {
    let console = Console()
    try console.write([0x63, 0x2C, 0x64])
    #expect(console.output.text == "c,d")
  }

  @Test("writing to a reader that has gone is told apart from a disk that is full")
  func failures() throws {
    // Makes a closed pipe an error instead of a signal, as the program does.
    _ = Console.ofProcess()
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let gone = Console(output: TextSink(descriptor: pipe.fileHandleForWriting.fileDescriptor))
    #expect(throws: ConsoleError.readerClosed) { try gone.print("x") }
    #expect(ConsoleError.readerClosed.exitStatus == .done)
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    let console = Console(output: TextSink(descriptor: full.fileDescriptor))
    let expected = ConsoleError.cannotWrite(reason: "no space left on device")
    #expect(throws: expected) { try console.print("x") }
    #expect(expected.exitStatus == .readOrWriteFailed)
    #expect(expected.description == "cannot write to standard output: no space left on device")
  }

  @Test("a text larger than a pipe arrives whole")
  func largeText() throws {
    let pipe = Pipe()
    let text = String(repeating: "0123456789abcdef", count: 40_000)
    let writing = pipe.fileHandleForWriting
    let sink = TextSink(descriptor: writing.fileDescriptor)
    // A thread, not a task: one that reads until another writes must not wait for its thread.
    Thread {
      #expect(throws: Never.self) {
        try sink.write(text)
        try writing.close()
      }
    }.start()
    let read = try pipe.fileHandleForReading.readToEnd()
    #expect(read.map { String(decoding: $0, as: UTF8.self) } == text)
  }

  @Test("progress is drawn on a terminal, wiped before words, and never elsewhere")
  func progress() throws {
    let terminal = Console(error: TextSink(isTerminal: true))
    terminal.progress(ProgressReport(phase: "reading", completed: 1, total: 4))
    terminal.note("done")
    terminal.note("again")
    #expect(terminal.error.text == "\r\u{1B}[Kreading 25 %\r\u{1B}[Kdone\nagain\n")
    for console in [Console(), Console(error: TextSink(isTerminal: true), verbosity: .quiet)] {
      console.progress(ProgressReport(phase: "reading", completed: 1, total: 4))
      try console.print("x")
      #expect(console.error.text == "")
    }
  }

  @Test("widths that help cannot use are brought within bounds")
  func widths() {
    #expect(Console(width: 5).width == 60)
    #expect(Console(width: 100).width == 100)
    #expect(Console(width: 1000).width == 120)
  }
}
