// SampleBorough
