"""Registers over all notes: typed rows of risks, commitments, requirements, lessons and scores."""

from generator.registers.found_words import (
    FIELD_WORDS,
    WHATS,
    about_words,
    status_names,
    status_words,
    theme_names,
)
from generator.registers.rows import REGISTERS, Column, Register, Value, build_registers

__all__ = [
    "FIELD_WORDS",
    "REGISTERS",
    "WHATS",
    "Column",
    "Register",
    "Value",
    "about_words",
    "build_registers",
    "status_names",
    "status_words",
    "theme_names",
]
