package place

// Load reads the embedded model, which otherwise its first use does.
func Load() { load() }
