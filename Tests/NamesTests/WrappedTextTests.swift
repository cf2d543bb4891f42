import Names
import Testing

@Suite("Wrapped text")
struct WrappedTextTests {
  @Test("lines break at spaces, keep the breaks they have, and let long words stick out")
  func wrapped() {
    #expect("aa bb cc".wrapped(width: 5) == ["aa bb", "cc"])
    #expect("aaaaaaaa b".wrapped(width: 5) == ["aaaaaaaa", "b"])
    #expect("a\n\nb".wrapped(width: 5) == ["a", "", "b"])
    #expect("".wrapped(width: 5) == [""])
  }
}
