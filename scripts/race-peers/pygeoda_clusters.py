"""Getis-Ord Gi* with permutations, queen neighbours, as CSV, by pygeoda. It gives no z.

usage: pygeoda_clusters.py BOUNDARIES.shp VALUES.csv CODE PERMUTATIONS OUTPUT.csv
"""

import sys
import time

import geopandas
import pandas
import pygeoda

boundaries, values_file, code, permutations, output = sys.argv[1:]

areas = geopandas.read_file(boundaries, columns=[code]).rename(columns={code: "code"})
values = pandas.read_csv(values_file, usecols=["code", "incidents"])
areas = areas.merge(values, on="code", validate="1:1")

areas_of_pygeoda = pygeoda.open(areas)
start = time.perf_counter()
neighbours = pygeoda.queen_weights(areas_of_pygeoda)
middle = time.perf_counter()
found = pygeoda.local_gstar(
    neighbours, areas["incidents"].astype(float).tolist(), permutations=int(permutations),
    cpu_threads=2, seed=1)
end = time.perf_counter()
pandas.DataFrame({"code": areas["code"], "p_permutation": found.lisa_pvalues()}).to_csv(
    output, index=False)
print(f"time: neighbours {(middle - start) * 1e3:.1f} ms", file=sys.stderr)
print(f"time: local statistics {(end - middle) * 1e3:.1f} ms", file=sys.stderr)
