package eval

// Times measures time expressions and their values.
func Times(shared string) ([]Line, error) { return nil, nil }
