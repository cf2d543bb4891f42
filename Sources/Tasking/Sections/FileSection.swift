/// What else lies in the folder, and what does not.
struct FileSection: PackSection {
  let contents: PackContents

  let identifier = "files"
  let heading = "In this folder"

  func write(to page: inout HTMLWriter) {
    FileList(files: contents.files, absences: contents.absences).write(to: &page)
  }
}
