extension ExploreScript {
  /// Which places a line holds, exactly.
  static let geometry = #"""
    // On which side of a line a point lies, exactly (Shewchuk 1997, doi:10.1007/PL00009321): in floating
    // point where that proves the sign, otherwise as a sum without rounding.
    const twoProduct = (a, b) => {
      const product = a * b;
      const split = value => {
        const large = 134217729 * value;
        const high = large - (large - value);
        return [high, value - high];
      };
      const [[ah, al], [bh, bl]] = [split(a), split(b)];
      return [product, al * bl - (product - ah * bh - al * bh - ah * bl)];
    };
    const exactSide = (ax, ay, bx, by, px, py) => {
      const sum = [];
      const add = term => {
        let carried = term;
        for (let place = 0; place < sum.length; place += 1) {
          const total = carried + sum[place];
          const virtual = total - carried;
          sum[place] = (carried - (total - virtual)) + (sum[place] - virtual);
          carried = total;
        }
        sum.push(carried);
      };
      for (const [u, v] of [[ax, by], [-ax, py], [bx, py], [-bx, ay], [px, ay], [-px, by]]) {
        const [product, error] = twoProduct(u, v);
        add(error);
        add(product);
      }
      // The terms do not overlap and grow, so that the last that is not zero has the sign of all.
      return sum.reverse().find(value => value !== 0) ?? 0;
    };
    const side = (ax, ay, bx, by, px, py) => {
      const left = (bx - ax) * (py - ay);
      const right = (by - ay) * (px - ax);
      const turn = left - right;
      const bound = 3.3306690738754716e-16 * (Math.abs(left) + Math.abs(right));
      return turn > bound || -turn > bound ? turn : exactSide(ax, ay, bx, by, px, py);
    };
    // Whether a point lies in a ring or on its edge.
    const ringHolds = (ring, x, y) => {
      let inside = false;
      for (let place = 0; place + 1 < ring.length; place += 1) {
        const [ax, ay] = ring[place];
        const [bx, by] = ring[place + 1];
        if ((ay > y) !== (by > y)) {
          const turn = side(ax, ay, bx, by, x, y);
          if (turn === 0) return true;
          if ((turn > 0) === (by > ay)) inside = !inside;
        } else if ((ax === x && ay === y) || (ay === y && by === y
          && Math.min(ax, bx) <= x && x <= Math.max(ax, bx))) {
          return true;
        }
      }
      return inside;
    };
    const ringArea = ring => {
      const [ox, oy] = ring[0];
      let doubled = 0;
      for (let place = 0; place + 1 < ring.length; place += 1) {
        doubled += (ring[place][0] - ox) * (ring[place + 1][1] - oy)
          - (ring[place + 1][0] - ox) * (ring[place][1] - oy);
      }
      return Math.abs(doubled) / 2;
    };
    // Whether a ring meets itself elsewhere than where its edges follow each other.
    const crossesItself = ring => {
      const count = ring.length - 1;
      const turn = (a, b, p) => Math.sign(side(a[0], a[1], b[0], b[1], p[0], p[1]));
      const holds = (a, b, p) => turn(a, b, p) === 0
        && Math.min(a[0], b[0]) <= p[0] && p[0] <= Math.max(a[0], b[0])
        && Math.min(a[1], b[1]) <= p[1] && p[1] <= Math.max(a[1], b[1]);
      for (let first = 0; first < count; first += 1) {
        const [a, b] = [ring[first], ring[first + 1]];
        if (a[0] === b[0] && a[1] === b[1]) return true;
        const next = ring[(first + 2) % count];
        if (holds(a, b, next) || holds(b, next, a)) return true;
        for (let second = first + 2; second < count; second += 1) {
          if (first === 0 && second === count - 1) continue;
          const [c, d] = [ring[second], ring[second + 1]];
          if (turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0) return true;
          if (holds(a, b, c) || holds(a, b, d) || holds(c, d, a) || holds(c, d, b)) return true;
        }
      }
      return false;
    };
    // A circle as a ring of 180 sides, to the centimetre as all drawn rings are.
    const toCentimetre = value => Math.round(value * 100) / 100;
    const circleRing = ([x, y], metres) => {
      const ring = [];
      for (let step = 0; step < 180; step += 1) {
        const angle = step * Math.PI / 90;
        ring.push([x + metres * Math.cos(angle), y + metres * Math.sin(angle)].map(toCentimetre));
      }
      return [...ring, ring[0]];
    };
    // The places by the cells of a grid, so that a polygon asks each place near its edge only.
    const gridOf = ({ count, x, y }) => {
      const across = Math.max(1, Math.min(256, Math.ceil(Math.sqrt(count / 4))));
      let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
      for (let place = 0; place < count; place += 1) {
        minX = Math.min(minX, x[place]);
        maxX = Math.max(maxX, x[place]);
        minY = Math.min(minY, y[place]);
        maxY = Math.max(maxY, y[place]);
      }
      const width = (maxX - minX) / across || 1;
      const height = (maxY - minY) / across || 1;
      const clamp = value => Math.max(0, Math.min(across - 1, value));
      const column = value => clamp(Math.floor((value - minX) / width));
      const row = value => clamp(Math.floor((value - minY) / height));
      const starts = new Uint32Array(across * across + 1);
      const cell = new Uint32Array(count);
      for (let place = 0; place < count; place += 1) {
        cell[place] = row(y[place]) * across + column(x[place]);
        starts[cell[place] + 1] += 1;
      }
      for (let place = 0; place < across * across; place += 1) starts[place + 1] += starts[place];
      const [order, next] = [new Uint32Array(count), starts.slice()];
      for (let place = 0; place < count; place += 1) order[next[cell[place]]++] = place;
      // Which places a closed ring holds, 1 for each.
      return ring => {
        const held = new Uint8Array(count);
        const near = new Uint8Array(across * across);
        for (let place = 0; place + 1 < ring.length; place += 1) {
          const [a, b] = ring[place][1] <= ring[place + 1][1]
            ? [ring[place], ring[place + 1]] : [ring[place + 1], ring[place]];
          // A cell further in each direction, so that rounding decides nothing.
          const from = clamp(row(a[1]) - 1);
          const to = clamp(row(b[1]) + 1);
          for (let line = from; line <= to; line += 1) {
            const reach = [line - 1, line + 2].map(step => {
              const level = Math.max(a[1], Math.min(b[1], minY + step * height));
              return b[1] === a[1] ? null : a[0] + (b[0] - a[0]) * (level - a[1]) / (b[1] - a[1]);
            });
            const ends = reach[0] === null ? [a[0], b[0]] : reach;
            const left = clamp(column(Math.min(...ends)) - 1);
            const right = clamp(column(Math.max(...ends)) + 1);
            near.fill(1, line * across + left, line * across + right + 1);
          }
        }
        for (let number = 0; number < near.length; number += 1) {
          const [from, to] = [starts[number], starts[number + 1]];
          if (from === to) continue;
          // Without an edge near, one place stands for all of its cell.
          const whole = near[number] ? null
            : Number(ringHolds(ring, x[order[from]], y[order[from]]));
          for (let step = from; step < to; step += 1) {
            const place = order[step];
            held[place] = whole ?? Number(ringHolds(ring, x[place], y[place]));
          }
        }
        return held;
      };
    };
    const placesIn = gridOf(places);
    """#
}
