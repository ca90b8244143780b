"""Language-independent keys for the words of a text, to compare texts of different languages word by meaning."""

from isnad.text.bridge.keys import BridgeWord, bridge_words

__all__ = ["BridgeWord", "bridge_words"]
