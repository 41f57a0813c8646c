package desk

import (
	"context"

	"wiredesk"
	"wiredesk/internal/store"
)

// ActAs carries out an act of anybody, the desk itself among them.
func (d *Desk) ActAs(ctx context.Context, a wiredesk.Act) (wiredesk.Act, error) {
	line, _, err := d.store.Shown(ctx)
	if err != nil {
		return a, err
	}
	err = d.store.Write(ctx, func(tx store.Tx) error {
		c, err := d.do(tx, line.Story, a)
		a = c.Act
		return err
	})
	return a, err
}

// Restored counts how often a linker was made anew.
func (d *Desk) Restored() int { return d.restored }
