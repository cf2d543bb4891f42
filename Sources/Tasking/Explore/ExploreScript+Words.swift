extension ExploreScript {
  /// Elements, numbers and dates in words.
  static let words = #"""
    "use strict";
    // Elements and words. Names from the data become text, never markup.
    const byId = id => document.getElementById(id);
    const make = (name, attributes = {}, ...children) => {
      const element = document.createElement(name);
      for (const [key, value] of Object.entries(attributes)) {
        if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
        else if (value !== null && value !== false) element.setAttribute(key, value === true ? "" : value);
      }
      element.append(...children);
      return element;
    };
    const number = (value, digits = 0) => value.toLocaleString(
      "en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits });
    const percent = share => Number.isFinite(share) ? `${number(100 * share, 1)}%` : "–";
    const dayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    const clockLabel = hour => `${String(hour).padStart(2, "0")}:00`;
    const hourLabel = slot => `${dayNames[Math.floor(slot / 24) % 7]} ${clockLabel(slot % 24)}`;
    const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    const monthLabel = index => {
      const month = data.months.first + index;
      return `${monthNames[month % 12]} ${Math.floor(month / 12)}`;
    };
    // A count: whole, or a decimal where chances were added up.
    const amount = value => number(value, asked.hours && !data.isCells ? 1 : 0);
    const plural = (value, noun) => `${noun}${value === 1 ? "" : "s"}`;
    """#
}
