"""An archive: every report of a folder tree compared, and the results kept in a database."""
