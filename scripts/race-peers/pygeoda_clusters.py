"""Getis-Ord Gi* with permutations, queen neighbours, as CSV, by pygeoda. It gives no z.

usage: pygeoda_clusters.py BOUNDARIES.shp VALUES.csv CODE PERMUTATIONS OUTPUT.csv
"""

import sys

import geopandas
import pandas
import pygeoda

boundaries, values_file, code, permutations, output = sys.argv[1:]

areas = geopandas.read_file(boundaries, columns=[code]).rename(columns={code: "code"})
values = pandas.read_csv(values_file, usecols=["code", "incidents"])
areas = areas.merge(values, on="code", validate="1:1")

neighbours = pygeoda.queen_weights(pygeoda.open(areas))
found = pygeoda.local_gstar(
    neighbours, areas["incidents"].astype(float).tolist(), permutations=int(permutations),
    cpu_threads=2, seed=1)
pandas.DataFrame({"code": areas["code"], "p_permutation": found.lisa_pvalues()}).to_csv(
    output, index=False)
