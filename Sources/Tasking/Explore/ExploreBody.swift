/// The elements of a map to explore, which its script fills.
enum ExploreBody {
  /// The text, as it stands in the page.
  static let text = #"""
    <p class="marking"></p>
    <header>
    <h1 id="title"></h1>
    <p id="subtitle"></p>
    </header>
    <noscript><p class="warning">This map needs scripts, which this browser does not run; index.html beside it needs none.</p></noscript>
    <p id="cells-note" class="warning" hidden></p>
    <main>
    <div class="left">
    <div class="tools" role="toolbar" aria-label="Choose a place">
    <button type="button" id="draw">Draw a line</button>
    <button type="button" id="circle">Draw a circle</button>
    <label>Radius <input id="radius" type="number" min="10" max="50000" step="10" value="250"/> m</label>
    <label>Area <select id="area"><option value="">the whole study area</option></select></label>
    <button type="button" id="clear">Show everything</button>
    </div>
    <p id="status" role="status">Draw a line around a place, and the answer stands beside the map.</p>
    <div class="frame"><div id="map" tabindex="0" role="application" aria-label="Map. Arrow keys move it, plus and minus change its scale."></div><span class="cross" aria-hidden="true"></span><div class="over"><button type="button" id="finish" hidden>Close the line</button> <button type="button" id="cancel" hidden>Stop drawing</button></div></div>
    <div class="below"><div id="layers"></div><div><button type="button" id="all">Whole area</button> <button type="button" id="print">Print this view</button></div></div>
    <div id="legend" aria-label="Key"></div>
    <section id="card" hidden aria-labelledby="card-name">
    <h2 id="card-name"></h2>
    <dl id="card-facts"></dl>
    <button type="button" id="card-zoom">Go there</button> <button type="button" id="card-close">Close</button>
    </section>
    </div>
    <div class="right">
    <section id="answer" aria-live="polite">
    <h2 id="where"></h2>
    <p id="which"></p>
    <p id="fault" class="warning" hidden></p>
    <p class="lead"><strong id="big"></strong> <span id="big-noun"></span></p>
    <dl id="facts"></dl>
    </section>
    <section id="hours">
    <h2>Hours</h2>
    <p class="hint">Drag over hours and days, or choose them here.</p>
    <div id="hours-grid" aria-hidden="true"></div>
    <div class="row"><label>From <select id="hour-from"></select></label><label>to <select id="hour-to"></select></label><span id="days" role="group" aria-label="Days"></span></div>
    </section>
    <section id="categories">
    <h2>Categories</h2>
    <table><thead><tr><th>Category</th><th></th><th></th><th class="number">Incidents</th><th class="number" id="category-rest"></th></tr></thead><tbody id="category-rows"></tbody></table>
    </section>
    <section id="months">
    <h2>Months</h2>
    <div id="month-bars" aria-hidden="true"></div>
    <div class="row"><label>From <select id="month-from"></select></label><label>to <select id="month-to"></select></label></div>
    </section>
    <section id="streets">
    <h2>Leading streets</h2>
    <table><tbody id="street-rows"></tbody></table>
    <p id="no-street" class="hint">No street is named here.</p>
    </section>
    <section id="repeat" hidden>
    <h2>The same with the program</h2>
    <p id="repeat-note" class="hint"></p>
    <pre id="command" tabindex="0"></pre>
    <div class="row"><button type="button" id="copy-command">Copy the command</button><button type="button" id="copy-line">Copy the line (GeoJSON)</button><button type="button" id="save-line">Save polygon.geojson</button></div>
    </section>
    </div>
    </main>
    <footer>
    <p id="view-count"></p>
    <ul id="foot"></ul>
    <p id="credit"></p>
    <details><summary>Map software</summary><pre id="licence"></pre></details>
    <p class="marking"></p>
    </footer>
    """#
}
