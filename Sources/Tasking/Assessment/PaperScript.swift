/// Lays out the sheets of a printed page, so that its contents can say on which sheet a section begins:
/// browsers number sheets but do not tell on which one something stands.
///
/// Before printing, all that is printed moves into boxes of the size of a sheet, each with its head and foot,
/// in which nothing is left for the browser to break; afterwards it moves back. Headings stay with what
/// follows, figures and short tables whole; of a long table each sheet has three rows at least, under its
/// headings; a table too wide for a sheet that lies is cut into parts that repeat its first column.
enum PaperScript {
  /// The script; it runs before and after the page is printed.
  static let text = "{\n" + [moving, dividing, narrowing, filling].joined(separator: "\n") + "\n}"

  private static let moving = """
    // What was done to the page, to be undone in the opposite order.
    let undo = [];
    const set = (object, key, value) => {
      const old = object[key];
      object[key] = value;
      undo.push(() => { object[key] = old; });
    };
    const move = (node, parent, before = null) => {
      const [home, next] = [node.parentNode, node.nextSibling];
      parent.insertBefore(node, before);
      undo.push(() => { if (home) home.insertBefore(node, next); else node.remove(); });
    };
    const make = (name, className, parent, text = "") => {
      const made = document.createElement(name);
      made.className = className;
      made.textContent = text;
      parent?.append(made);
      return made;
    };
    let book, body, kind = "", running = "";
    const open = () => {
      const { running: title, marking, period } = document.body.dataset;
      const sheet = make("div", `sheet ${kind}`, book);
      const head = make("div", "sheet-head", sheet);
      make("span", "", head, kind === "front" ? "" : title);
      make("span", "mark", head, marking);
      make("span", "", head, kind === "front" ? "" : period);
      body = make("div", "sheet-body", sheet);
      const foot = make("div", "sheet-foot", sheet);
      make("span", "", foot, running);
      make("span", "mark", foot, marking);
      make("span", "folio", foot);
    };
    const end = node => node.getBoundingClientRect().bottom;
    const fits = node => end(node) <= end(body) + 0.5;
    """

  private static let filling = """
    // A picture may be a fifth smaller than it could be, rather than leave half a sheet empty before it.
    const shrink = figure => {
      const picture = figure.querySelector(":scope > .map > svg");
      if (!picture) return false;
      const height = picture.getBoundingClientRect().height;
      const room = height - (end(figure) - end(body));
      if (room < 0.8 * height) return false;
      set(picture.style, "maxHeight", `${room}px`);
      return fits(figure);
    };
    const place = unit => {
      const isFresh = !body.childElementCount;
      for (const node of unit) move(node, body);
      const last = unit.at(-1);
      if (fits(last) || (!isFresh && shrink(last)) || divide(last, false) || (isFresh && (divide(last, true) || true))) return;
      open();
      for (const node of unit) move(node, body);
      if (!fits(last)) divide(last, true);
    };
    // Headings with what follows them.
    const units = block => {
      const all = [[]];
      for (const node of [...block.children]) {
        all.at(-1).push(node);
        if (!node.matches("h2, h3")) all.push([]);
      }
      return all.filter(unit => unit.length);
    };
    // Estimated by whoever wrote the page, measured where the estimate fell short.
    const isWide = unit => {
      const table = unit.at(-1).querySelector(":scope > table");
      if (!table || table.matches(".wide")) return table !== null;
      for (const node of unit) move(node, body);
      const isOver = table.getBoundingClientRect().width > body.getBoundingClientRect().width + 1;
      for (const node of unit) node.remove();
      return isOver;
    };
    const isAside = unit => unit.at(-1).matches(".aside");
    const fill = block => {
      const all = units(block);
      const asides = all.filter(isAside);
      const wide = [];
      for (const unit of all) {
        if (isAside(unit)) continue;
        if (isWide(unit)) wide.push(unit);
        else place(unit);
      }
      if (!wide.length) return asides.forEach(place);
      // Tables on sheets that lie end the section, so that no sheet before them stays half empty; what is
      // said of the method stands before them if the sheet has room, else behind.
      const words = asides.flat();
      for (const node of words) move(node, body);
      const isSaid = !words.length || fits(words.at(-1));
      if (!isSaid) for (const node of words) node.remove();
      kind = "lying";
      for (const unit of wide) {
        if (!body.parentNode.matches(".lying")) open();
        for (const node of unit) move(node, body);
        const cut = parts(unit.at(-1));
        for (const node of unit) node.remove();
        place([...unit.slice(0, -1), cut[0]]);
        for (const part of cut.slice(1)) place([part]);
      }
      if (!isSaid) asides.forEach(place);
      kind = "";
    };
    const layOut = () => {
      if (undo.length) return;
      const style = name => document.getElementById(name);
      undo.push(((x, y) => () => window.scrollTo(x, y))(window.scrollX, window.scrollY));
      for (const [name, media] of [["screen", "not all"], ["paper", "all"], ["plain", "not all"], ["paged", "all"]]) {
        set(style(name), "media", media);
      }
      book = make("div", "", document.body);
      book.id = "book";
      undo.push(() => book.remove());
      kind = "front";
      open();
      for (const each of document.querySelectorAll(".cover, .credits")) move(each, body);
      kind = "";
      for (const block of document.querySelectorAll(".contents, main > section")) {
        const heading = block.querySelector("h2").textContent;
        const follows = block.matches(".closing + .closing");
        if (!follows) {
          running = heading;
          open();
        } else if (body.childElementCount) {
          const first = block.firstElementChild;
          first.dataset.follows = "";
          undo.push(() => first.removeAttribute("data-follows"));
        }
        fill(block);
      }
      const sheets = [...book.children];
      sheets.forEach((sheet, place) => {
        sheet.querySelector(".folio").textContent = `Page ${place + 1} of ${sheets.length}`;
      });
      for (const slot of document.querySelectorAll("[data-page-of]")) {
        const sheet = document.getElementById(slot.dataset.pageOf)?.closest(".sheet");
        if (sheet) set(slot, "textContent", `${slot.dataset.before ?? ""}${sheets.indexOf(sheet) + 1}`);
      }
    };
    const putBack = () => {
      while (undo.length) undo.pop()();
    };
    window.addEventListener("beforeprint", layOut);
    window.addEventListener("afterprint", putBack);
    """
}
