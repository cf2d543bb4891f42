/// The files of a folder as a page lists them: path and contents, and those that it has not.
struct FileList {
  let files: [PackFile]
  var absences: [PackAbsence] = []

  /// Writes the list.
  func write(to page: inout HTMLWriter) {
    page.open("dl", ["class": "choices"])
    for file in files { write(file.path, file.content, isLink: true, to: &page) }
    for absence in absences {
      write(absence.path, "absent: \(absence.reason)", isLink: false, to: &page)
    }
    page.close("dl")
  }

  private func write(_ path: String, _ text: String, isLink: Bool, to page: inout HTMLWriter) {
    page.open("div")
    page.open("dt")
    if isLink {
      page.element("a", ["href": Self.reference(path)], path)
    } else {
      page.text(path)
    }
    page.close("dt")
    page.element("dd", [:], text)
    page.close("div")
  }

  /// Returns a path as a reference: everything but unreserved characters and slashes is escaped.
  static func reference(_ path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      let scalar = Unicode.Scalar(byte)
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~", "/":
        result.unicodeScalars.append(scalar)
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return result
  }
}
