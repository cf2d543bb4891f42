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

  private static let dividing = """
    // A table or a list without what stands in it, to go on with on the next sheet.
    const shell = (box, table, list) => {
      const copy = box.cloneNode(false);
      for (const name of ["id", "tabindex", "role", "aria-labelledby"]) copy.removeAttribute(name);
      if (!table) return [copy, copy, copy];
      const caption = table.caption.cloneNode(true);
      caption.querySelectorAll(".remark").forEach(each => each.remove());
      caption.append(" (continued)".repeat(table.dataset.continues ? 0 : 1));
      const rest = table.cloneNode(false);
      rest.dataset.continues = "yes";
      const rows = list.cloneNode(false);
      rest.append(
        caption, table.querySelector("colgroup").cloneNode(true), table.tHead.cloneNode(true), rows);
      for (const each of [rest, caption]) each.removeAttribute("id");
      copy.append(rest);
      return [copy, rows, rest];
    };
    const pin = table => {
      const widths = [...table.tHead.rows[0].cells].filter(cell => !cell.hidden)
        .map(cell => cell.getBoundingClientRect().width);
      const columns = document.createElement("colgroup");
      for (const width of widths) make("col", "", columns).style.width = `${width}px`;
      move(columns, table, table.tHead);
      set(table.style, "cssText",
        `table-layout: fixed; width: ${widths.reduce((sum, each) => sum + each, 0)}px`);
    };
    // Leaves on the sheet what fits and goes on behind it; false for what stays whole.
    const divide = (box, must) => {
      const table = box.querySelector(":scope > table");
      const list = table ? table.tBodies[0] : box.matches("ul, ol, dl") ? box : null;
      if (!list) return false;
      const items = [...list.children];
      const [least, whole] = table ? [3, 16] : [2, 5];
      if (items.length < 2 || (items.length <= whole && !must)) return false;
      const room = Math.min(items.filter(fits).length, items.length - least);
      if (room < least && !must) return false;
      if (table && !table.querySelector("colgroup")) pin(table);
      const [rest, rows, home] = shell(box, table, list);
      open();
      move(rest, body);
      for (const item of items.slice(Math.max(room, 1))) move(item, rows);
      if (table?.tFoot) move(table.tFoot, home);
      if (!fits(rest)) divide(rest, true);
      return true;
    };
    """

  private static let narrowing = """
    // A table that is wider than the sheet, as parts that are not: the table itself with the first columns,
    // and copies with the others.
    const parts = box => {
      const table = box.querySelector(":scope > table");
      const room = body.getBoundingClientRect().width;
      if (!table || table.getBoundingClientRect().width <= room + 1) return [box];
      const widths = [...table.tHead.rows[0].cells].map(cell => cell.getBoundingClientRect().width);
      const others = widths.slice(1).reduce((sum, each) => sum + each, 0);
      // As many parts as needed, about equally wide.
      const share = others / Math.ceil(others / (room - widths[0]));
      const groups = [[]];
      let used = 0;
      widths.forEach((width, column) => {
        if (column === 0) return;
        const isFull = used + width > room - widths[0] || used + width / 2 > share;
        if (isFull && groups.at(-1).length) {
          groups.push([]);
          used = 0;
        }
        groups.at(-1).push(column);
        used += width;
      });
      const words = part => ` (part ${part + 1} of ${groups.length})`;
      const copies = groups.slice(1).map((group, place) => {
        const copy = box.cloneNode(true);
        for (const each of [copy, ...copy.querySelectorAll("[id]")]) each.removeAttribute("id");
        copy.removeAttribute("aria-labelledby");
        const inner = copy.querySelector("table");
        for (const row of inner.rows) {
          [...row.cells].forEach((cell, column) => {
            if (column > 0 && !group.includes(column)) cell.remove();
          });
        }
        inner.caption.querySelectorAll(".remark").forEach(each => each.remove());
        inner.caption.append(words(place + 1));
        return copy;
      });
      for (const row of table.rows) {
        [...row.cells].forEach((cell, column) => {
          if (column > 0 && !groups[0].includes(column)) set(cell, "hidden", true);
        });
      }
      const said = make("span", "", null, words(0));
      move(said, table.caption, table.caption.querySelector(".remark"));
      return [box, ...copies];
    };
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
