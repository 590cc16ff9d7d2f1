"""Prints each finished job once, however often its events are delivered.

Reads CloudEvents, one JSON object per line, as `event-jobs events` prints them:

    ./event-jobs events --follow --from-beginning | python3 docs/examples/finished_jobs.py
"""

import json
import sys

last = {}  # the last sequence of each subject; a real consumer stores it together with the effect

for line in sys.stdin:
    event = json.loads(line)
    if event["sequence"] <= last.get(event["subject"], 0):
        continue  # delivered again
    last[event["subject"]] = event["sequence"]
    data = event["data"]
    if event["type"] == "job.completed":
        print(data["job_id"], data.get("markdown_file", "no document"), flush=True)
    elif event["type"] == "job.failed":
        print(data["job_id"], data["error_code"], flush=True)
    # Ignore other types, including those of later versions.
