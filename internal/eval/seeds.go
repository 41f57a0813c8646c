package eval

// Seeds measures what the desk must find in the two seed reports.
func Seeds(shared string) ([]Line, error) { return nil, nil }
