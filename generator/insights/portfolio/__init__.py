"""Figures over many engagements (INSIGHTS.md). Every function takes them as of the day that it speaks for."""
