"""What a report says about its own run: from the notebook's cells and from the program that ran it."""

RUN = "application/vnd.unroll.run+json"

LABELS = {
    "profile": "Profile",
    "date": "Date",
    "seconds": "Duration",
    "deno": "Deno",
    "engine": "Engine",
    "backend": "Engine",
    "version": "TensorFlow",
    "tensorflow": "TensorFlow",
    "device": "Device",
    "threads": "Threads",
    "recurrent": "Recurrent layers",
    "seed": "Seed",
    "settings": "Settings changed",
    "sources": "Data",
    "data": "Data",
    "notebook": "Notebook",
}


def collect(nb):
    """The notebook without its run records, and what they say as (label, text) pairs; absent records are no matter."""
    run = dict(nb.metadata.get("unroll", {}))
    for cell in nb.cells:
        kept = []
        for output in cell.get("outputs", []):
            record = output.get("data", {}).get(RUN)
            if isinstance(record, dict):
                run.update(record)
            else:
                kept.append(output)
        if cell.cell_type == "code":
            cell.outputs = kept
    return nb, {"profile": str(run.get("profile", "")), "rows": list(rows(run))}


def rows(run):
    """The records flattened; an engine or a list of data sources may be an object of its own."""
    for key, value in run.items():
        if key == "engine" and isinstance(value, dict):
            yield from rows({("backend" if name == "backend" else name): part for name, part in value.items()})
        elif value not in (None, "", [], {}):
            yield LABELS.get(key, key.replace("_", " ").capitalize()), text(key, value)


def text(key, value):
    if key == "seconds":
        minutes, seconds = divmod(round(float(value)), 60)
        return f"{minutes} min {seconds} s" if minutes else f"{seconds} s"
    if isinstance(value, dict):
        return ", ".join(f"{name}: {part}" for name, part in value.items())
    if isinstance(value, list):
        return "; ".join(text("", part) for part in value)
    return str(value)
