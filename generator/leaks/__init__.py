"""Searches a finished customer file for anything internal (CONFIDENTIALITY.md, "Leak check after rendering")."""

from generator.leaks.search import Leak, find_leaks
from generator.leaks.secrets import Names, Secret, Secrets, collect_names, collect_secrets

__all__ = ["Leak", "Names", "Secret", "Secrets", "collect_names", "collect_secrets", "find_leaks"]
