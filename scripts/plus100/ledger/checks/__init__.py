"""(prose comes with the modules)."""
