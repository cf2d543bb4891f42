extension ExploreScript {
  /// The data as typed arrays.
  static let columns = #"""
    // The data as typed arrays.
    const decodeColumn = ({ type, data }) => {
      const text = atob(data);
      const bytes = new Uint8Array(text.length);
      for (let place = 0; place < text.length; place += 1) bytes[place] = text.charCodeAt(place);
      const kinds = {
        u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, i16: Int16Array, i32: Int32Array,
        f32: Float32Array, f64: Float64Array,
      };
      return type === "u8" ? bytes : new kinds[type](bytes.buffer);
    };
    // Whole numbers as steps from one to the next, seven bits to a byte, the sign in the lowest.
    const decodeSteps = data => {
      const bytes = decodeColumn({ type: "u8", data });
      const values = [];
      let [value, part, scale] = [0, 0, 1];
      for (const byte of bytes) {
        part += (byte & 127) * scale;
        if (byte > 127) {
          scale *= 128;
        } else {
          value += part % 2 ? -(part + 1) / 2 : part / 2;
          values.push(value);
          [part, scale] = [0, 1];
        }
      }
      return values;
    };
    // Shapes as rings of [northing, easting], as the map takes them: shape, polygon, ring, vertex.
    const decodeShapes = ({ origin, step, east, north, vertices, rings, polygons }) => {
      const [x, y] = [decodeSteps(east), decodeSteps(north)];
      const [perRing, perPolygon, perShape] = [vertices, rings, polygons].map(decodeSteps);
      let [vertex, ring, polygon] = [0, 0, 0];
      const take = (count, next) => Array.from({ length: count }, next);
      return perShape.map(parts => take(parts, () => take(perPolygon[polygon++], () =>
        take(perRing[ring++], () => {
          const place = [origin[1] + y[vertex] * step, origin[0] + x[vertex] * step];
          vertex += 1;
          return place;
        }))));
    };
    // Incidents, each with the number of its place, in the order of the places.
    const decodeIncidents = set => {
      const perPlace = decodeColumn(set.perPlace);
      const place = new Uint32Array(set.count);
      let next = 0;
      perPlace.forEach((count, number) => {
        place.fill(number, next, next + count);
        next += count;
      });
      const columns = { count: set.count, place };
      if (set.keys) {
        // Sums of cells: category and hour in one number, and sums from the first on.
        const [keys, sums] = [decodeSteps(set.keys), decodeSteps(set.sums)];
        return {
          ...columns, category: Uint16Array.from(keys, key => Math.floor(key / 169)), month: null,
          street: null, start: null, length: null, slot: Uint8Array.from(keys, key => key % 169),
          weight: Float64Array.from(sums, (sum, row) => (sum - (row ? sums[row - 1] : 0)) / set.parts),
        };
      }
      for (const name of ["category", "month", "street", "start", "length", "slot", "weight"]) {
        columns[name] = set[name] ? decodeColumn(set[name]) : null;
      }
      return columns;
    };
    const data = JSON.parse(document.getElementById("data").textContent);
    const xy = decodeColumn(data.places.xy);
    const places = { count: xy.length / 2, x: new Float64Array(xy.length / 2), y: null };
    places.y = new Float64Array(places.count);
    for (let place = 0; place < places.count; place += 1) {
      places.x[place] = xy[2 * place];
      places.y[place] = xy[2 * place + 1];
    }
    places.areas = data.places.areas.map(decodeColumn);
    data.kinds = decodeSteps(data.kinds);
    for (const layer of [...data.layers, ...data.surfaces]) layer.classOf = decodeColumn(layer.classOf);
    for (const layer of data.layers) layer.squareKilometres = decodeColumn(layer.squareKilometres);
    const incidents = decodeIncidents(data.incidents);
    const earlier = data.earlier ? decodeIncidents(data.earlier) : null;
    """#
}
