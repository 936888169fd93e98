"""What a report says about its own run: from the notebook's cells and from the program that ran it."""

RUN = "application/vnd.unroll.run+json"

LABELS = {
    "profile": "Profile",
    "date": "Date",
    "seconds": "Duration",
    "notebook": "Notebook",
    "engine": "Engine",
    "device": "Device",
    "deno": "Deno",
    "platform": "System",
    "seed": "Seed",
    "settings": "Changed for this run",
    "data": "Data",
    "parameters": "Parameters",
}


def collect(nb):
    """The notebook without its run records, and what they say; absent records are no matter."""
    run = dict(nb.metadata.get("unroll", {}))
    for cell in nb.cells:
        if cell.cell_type != "code":
            continue
        records = [output for output in cell.outputs if RUN in output.get("data", {})]
        for output in records:
            run.update(output.data[RUN])
        cell.outputs = [output for output in cell.outputs if output not in records]
    profile, date = str(run.get("profile", "")), moment(str(run.get("date", "")))[:10]
    summary = (f"{profile.capitalize()} run" if profile else "", date, text("engine", run.get("engine")))
    return nb, {"summary": [part for part in summary if part], "rows": rows(run)}


def rows(run):
    """(label, text) pairs, the known ones first and in the order of the labels."""
    keys = [key for key in LABELS if key in run] + [key for key in run if key not in LABELS]
    pairs = [(LABELS.get(key, key.replace("_", " ").capitalize()), text(key, run[key])) for key in keys]
    return [(label, words) for label, words in pairs if words]


def text(key, value):
    if value is None or value == "":
        return ""
    if key == "seconds":
        minutes, seconds = divmod(round(float(value)), 60)
        return f"{minutes} min {seconds} s" if minutes else f"{seconds} s"
    if key == "date":
        return moment(str(value))
    if isinstance(value, dict):
        return source(value) if "source" in value else ", ".join(f"{name} {text('', part)}" for name, part in value.items())
    if isinstance(value, list):
        return "; ".join(text("", part) for part in value)
    return str(value)


def source(data):
    """A corpus and where its bytes came from."""
    note = f": {data['sourceNote']}" if data.get("sourceNote") else ""
    return f"{data.get('title') or data.get('id', '')} ({data['source']}{note})"


def moment(date):
    return date.replace("T", " ").replace("Z", " UTC")
