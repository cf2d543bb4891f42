print("hotspots")
