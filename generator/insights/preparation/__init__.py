"""What past engagements give to somebody who prepares a meeting (DOCUMENTS.md, "Pre-engagement brief")."""
