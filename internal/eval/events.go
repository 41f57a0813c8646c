package eval

// Events measures who did what to whom.
func Events(shared string) ([]Line, error) { return nil, nil }
