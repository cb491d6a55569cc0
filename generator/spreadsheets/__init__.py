"""Tables as files for spreadsheets and programs: xlsx, csv, json. The only room that knows openpyxl."""

from generator.spreadsheets.csv_file import render_csv
from generator.spreadsheets.json_file import render_json
from generator.spreadsheets.tables import Cell, Table
from generator.spreadsheets.xlsx_file import render_xlsx

__all__ = ["Cell", "Table", "render_csv", "render_json", "render_xlsx"]
