package eval

// Pickup measures copies told from independent accounts, on edited real texts.
func Pickup(shared string) ([]Line, error) { return nil, nil }
