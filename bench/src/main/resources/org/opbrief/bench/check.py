"""Checks made-up seizures with pandas as Opbrief's import does, and prints how many rows are sound."""
import sys

import pandas

VOCABULARIES = ["division", "state", "drug", "form"]

file, *words = sys.argv[1:]
rows = pandas.read_csv(
    file,
    keep_default_na=False,
    dtype={name: "category" if name in VOCABULARIES else str for name in
           ["seizure_id", "investigation_id", "operation", "division", "state", "seized", "drug", "form",
            "mass_kg", "units", "purity", "lots"]})
bad = (rows["seizure_id"] == "") | rows["seizure_id"].duplicated(keep=False)
for name, known in zip(VOCABULARIES, words):
    bad |= ~rows[name].isin(known.split(","))
bad |= pandas.to_datetime(rows["seized"], format="%Y-%m-%d", errors="coerce").isna()
for name in ["mass_kg", "units", "purity", "lots"]:
    number = pandas.to_numeric(rows[name].where(rows[name] != "", None), errors="coerce")
    bad |= (rows[name] != "") & number.isna() | (number < 0)
bad |= (rows["form"] == "pill") & (rows["units"] == "")
bad |= (rows["mass_kg"] == "") & (rows["units"] == "")
print(len(rows) - bad.sum())
