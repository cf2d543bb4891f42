// HotspotAnalysis
