"""Training: encoder, CRF, loss, loop and export; the only sub-package that imports torch."""
