/// How what is too long or too wide for a sheet becomes parts.
extension PaperScript {
  /// Breaks tables and lists between their rows.
  static let dividing = """
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

  /// Cuts tables that are too wide into parts of whole columns.
  static let narrowing = """
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
}
