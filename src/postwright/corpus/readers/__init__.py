"""One reader for each format that the sources come in; bad rows are counted, never raised."""
