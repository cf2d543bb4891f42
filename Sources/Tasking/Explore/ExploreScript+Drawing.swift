extension ExploreScript {
  /// Lines, circles and areas, by mouse, touch or keys.
  static let drawing = #"""
    // Drawing a line, a circle, or choosing an area; with the mouse, a finger, or the keys alone.
    let drawing = null;
    const sketch = L.layerGroup().addTo(map);
    const handles = L.layerGroup().addTo(map);
    const atPoint = ([x, y]) => [y, x];
    const clampToBox = ({ lat, lng }) => [
      Math.min(Math.max(lng, minX), maxX), Math.min(Math.max(lat, minY), maxY)].map(toCentimetre);
    const say = words => { byId("status").textContent = words; };
    const drawSketch = () => {
      sketch.clearLayers();
      const style = { renderer: drawingCanvas, pane: "drawing", color: ink.chosen, interactive: false };
      if (drawing?.kind === "line") {
        sketch.addLayer(L.polyline(drawing.vertices.map(atPoint), { ...style, weight: 2, dashArray: "6 4" }));
        for (const vertex of drawing.vertices) {
          sketch.addLayer(L.circleMarker(atPoint(vertex), { ...style, radius: 4, fillOpacity: 1 }));
        }
        return;
      }
      const { place } = asked;
      if (!place) return;
      const shape = place.ring ? place.ring.map(atPoint) : data.layers[place.layer].shapes[place.area];
      for (const [color, weight] of [["#ffffff", 6], [ink.chosen, 3]]) {
        sketch.addLayer(L.polygon(shape, { ...style, color, weight, fill: false }));
      }
    };
    // The corners of a line that is closed can be dragged, and so can the middle of a circle.
    const drawHandles = () => {
      handles.clearLayers();
      const { place } = asked;
      if (drawing || !place?.ring) return;
      const corners = place.centre ? [place.centre] : place.ring.slice(0, -1);
      corners.forEach((corner, position) => {
        const handle = L.marker(atPoint(corner), {
          draggable: true, keyboard: false, icon: L.divIcon({ className: "handle", iconSize: [16, 16] }),
          alt: place.centre ? "centre of the circle" : `corner ${position + 1}`,
        });
        handle.on("drag", () => {
          const moved = clampToBox(handle.getLatLng());
          if (place.centre) {
            chooseCircle(moved, place.metres, true);
          } else {
            const ring = asked.place.ring.slice(0, -1);
            ring[position] = moved;
            chooseRing([...ring, ring[0]], true);
          }
        });
        handle.on("dragend", () => { drawHandles(); update(); });
        handles.addLayer(handle);
      });
    };
    const choose = (place, isMoving = false) => {
      asked.place = place;
      heldPlaces = null;
      drawSketch();
      if (!isMoving) drawHandles();
      update();
    };
    const chooseRing = (ring, isMoving = false) => {
      const fault = ring.length < 4 ? "A line needs three corners."
        : crossesItself(ring) ? "The line crosses itself: drag a corner until it does not." : null;
      choose({ ring, fault }, isMoving);
      say(fault ?? "The line is closed. Drag a corner to change it.");
    };
    const chooseCircle = (centre, metres, isMoving = false) => {
      choose({ ring: circleRing(centre, metres), centre, metres }, isMoving);
    };
    const chooseArea = (layer, area) => {
      choose({ layer, area });
      byId("area").value = `${layer},${area}`;
      say(`${data.layers[layer].names[area]} is chosen.`);
    };
    const begin = kind => {
      choose(null);
      byId("area").value = "";
      drawing = { kind, vertices: [] };
      byId("map").classList.add("drawing");
      byId("finish").hidden = kind !== "line";
      byId("cancel").hidden = false;
      say(kind === "line"
        ? "Click or tap each corner; click the first again to close the line. With keys: the arrows move "
          + "the map, Enter sets a corner at the cross, F closes, Backspace takes one back, Escape ends."
        : "Click or tap the middle of the circle. With keys: the arrows move the map, Enter sets it.");
      byId("map").focus();
    };
    const end = () => {
      drawing = null;
      byId("map").classList.remove("drawing");
      byId("finish").hidden = true;
      byId("cancel").hidden = true;
      drawSketch();
    };
    const finish = () => {
      if (!drawing) return;
      const { vertices } = drawing;
      if (vertices.length < 3) {
        say(`A line needs three corners, and has ${vertices.length}.`);
        return;
      }
      end();
      chooseRing([...vertices, vertices[0]]);
    };
    const addVertex = position => {
      const vertex = clampToBox(position);
      if (drawing.kind === "circle") {
        end();
        chooseCircle(vertex, Number(byId("radius").value));
        say("The circle is drawn. Its radius is in metres.");
        return;
      }
      const { vertices } = drawing;
      const near = (other, pixels) => map.latLngToContainerPoint(atPoint(other))
        .distanceTo(map.latLngToContainerPoint(position)) < pixels;
      if (vertices.length > 2 && near(vertices[0], 10)) return finish();
      // The second click of a double click is no corner.
      if (vertices.length && near(vertices[vertices.length - 1], 3)) return;
      vertices.push(vertex);
      drawSketch();
      say(`${vertices.length} ${plural(vertices.length, "corner")}. F or "Close the line" closes it.`);
    };
    map.on("click", event => {
      if (drawing) addVertex(event.latlng);
    });
    map.on("dblclick", () => {
      if (drawing?.kind === "line") finish();
    });
    byId("map").addEventListener("keydown", event => {
      if (!drawing || event.target.closest("button")) return;
      if (event.key === "Enter") addVertex(map.getCenter());
      else if (event.key === "f" || event.key === "F") finish();
      else if (event.key === "Escape") { end(); say("Nothing is drawn."); }
      else if (event.key === "Backspace") {
        drawing.vertices.pop();
        drawSketch();
      } else return;
      event.preventDefault();
    });
    byId("draw").addEventListener("click", () => begin("line"));
    byId("circle").addEventListener("click", () => begin("circle"));
    byId("finish").addEventListener("click", finish);
    byId("cancel").addEventListener("click", () => { end(); say("Nothing is drawn."); });
    byId("radius").addEventListener("change", () => {
      const metres = Number(byId("radius").value);
      if (asked.place?.centre && metres > 0) chooseCircle(asked.place.centre, metres);
    });
    """#
}
