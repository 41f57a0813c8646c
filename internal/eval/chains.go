package eval

// Chains measures attribution chains, on our own gold.
func Chains(shared string) ([]Line, error) { return nil, nil }
