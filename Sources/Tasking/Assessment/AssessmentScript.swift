/// The script of an assessment, without which it still says everything: tables sort, the contents show
/// where the reader is, and sheets are laid out when the page is printed.
enum AssessmentScript {
  /// The script; it touches nothing but this page.
  static let text = [PackScript.sorting, whereabouts, PaperScript.text].joined(separator: "\n")

  private static let whereabouts = """
    const entries = new Map(
      [...document.querySelectorAll(".toc a")].map(link => [link.hash.slice(1), link]));
    const headings = [...entries.keys()].map(name => document.getElementById(name)).filter(Boolean);
    const show = () => {
      // The last heading above the upper third of the window; at the end of the page the last of all.
      const edge = window.innerHeight / 3;
      const isEnd = window.scrollY > 0
        && window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 2;
      const passed = headings.filter(each => each.getBoundingClientRect().top < edge);
      const current = isEnd ? headings.at(-1) : passed.at(-1);
      for (const [name, link] of entries) {
        if (current && name === current.id) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
    };
    let isWaiting = false;
    document.addEventListener("scroll", () => {
      if (isWaiting) return;
      isWaiting = true;
      requestAnimationFrame(() => { isWaiting = false; show(); });
    }, { passive: true });
    show();
    const button = document.createElement("button");
    button.type = "button";
    button.className = "print";
    button.textContent = "Print, or save as PDF";
    button.addEventListener("click", () => window.print());
    document.querySelector(".contents").append(button);
    """
}
