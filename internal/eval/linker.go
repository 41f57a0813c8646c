package eval

// Linker measures speed and memory of linking with many live reports.
func Linker(shared string) ([]Line, error) { return nil, nil }
