"""Controls of the window. Texts given as `text` are English sources and are translated when shown."""
