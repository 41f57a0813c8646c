package eval

// Attribution measures source, cue and content on PolNeAR; quotes and speakers.
func Attribution(shared string) ([]Line, error) { return nil, nil }
