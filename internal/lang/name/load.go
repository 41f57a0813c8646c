package name

// Load reads the embedded model and lists, which otherwise their first use does.
func Load() {
	model()
	lists()
}
