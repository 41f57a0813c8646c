package main

import "github.com/spf13/cobra"

func addCommand() *cobra.Command { return &cobra.Command{Use: "add"} }
