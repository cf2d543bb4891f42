print("hotspots-bench")
