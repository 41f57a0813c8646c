package text

import "wiredesk/internal/intake/pattern"

// lazy compiles an expression when it is first used.
var lazy = pattern.Lazy
