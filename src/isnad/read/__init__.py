"""Files, folders and archives to ``Raw`` documents: bytes with what the format tells of them."""

from isnad.read.base import Limits, Raw
from isnad.read.paths import read_paths
from isnad.read.walk import Listing, list_files

__all__ = ["Limits", "Listing", "Raw", "list_files", "read_paths"]
