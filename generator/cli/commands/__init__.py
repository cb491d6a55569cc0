"""One module a command. Each holds its COMMAND and imports the rooms that do the work when it is called."""
