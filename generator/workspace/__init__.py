"""Where things are: presales.yaml, engagements/, templates/, output/."""
