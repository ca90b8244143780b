"""Reading Arabic: who says what in verb–subject sentences, participles, frames and headlines."""
