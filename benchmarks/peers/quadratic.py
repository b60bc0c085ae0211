#!/usr/bin/env python3
"""The same rules the way such scripts are often written: lists, and a search through them for every login.

Usage: quadratic.py FOLDER NOW. Prints one JSON object with the dormant logins.
"""
import csv
import glob
import json
import sys
from datetime import datetime, timedelta, timezone

from hashset import three_months_before


def active_in_exports(folder, since):
    return [
        person["login"].lower()
        for name in glob.glob(f"{folder}/export-*.json")
        for person in json.load(open(name, encoding="utf-8-sig"))
        if person["last_active"] != "No activity" and datetime.fromisoformat(person["last_active"]) > since
    ]


def active_in_auth0(folder, since):
    users = json.load(open(f"{folder}/auth0-users.json", encoding="utf-8-sig"))
    return [u["nickname"].lower() for u in users if datetime.fromisoformat(u["last_login"]) > since]


def active_in_audit_log(folder, since):
    events = [json.loads(line) for name in glob.glob(f"{folder}/audit-log*.jsonl") for line in open(name)]
    return [e["actor"].lower() for e in events if e["@timestamp"] > since.timestamp() * 1000]


def main(folder, now):
    with open(f"{folder}/dormant.csv", encoding="utf-8-sig", newline="") as file:
        listed = [row["login"] for row in csv.DictReader(file) if row["outside_collaborator"].lower() != "true"]
    members = json.load(open(f"{folder}/members.json", encoding="utf-8-sig"))
    dormant = [login for login in listed if login.lower() in members]
    for active in (
        active_in_exports(folder, three_months_before(now)),
        active_in_auth0(folder, now - timedelta(days=90)),
        active_in_audit_log(folder, three_months_before(now)),
    ):
        dormant = [login for login in dormant if login.lower() not in active]
    json.dump({"dormant": [{"account": login} for login in dormant]}, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1], datetime.fromisoformat(sys.argv[2]).astimezone(timezone.utc))
