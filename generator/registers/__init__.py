"""Registers over all notes: typed rows of risks, commitments, requirements, lessons and scores."""

from generator.registers.rows import REGISTERS, Column, Register, Value, build_registers

__all__ = ["REGISTERS", "Column", "Register", "Value", "build_registers"]
