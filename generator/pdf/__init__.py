"""Word files as PDF by LibreOffice, where it is installed: what comes out of it is not ours to promise byte for byte."""

from generator.pdf.office import HOW_TO_INSTALL, NOT_CONVERTED, Office, find_office

__all__ = ["HOW_TO_INSTALL", "NOT_CONVERTED", "Office", "find_office"]
