#!/usr/bin/env python3
"""The same rules as examples/github-exports in plain Python with hash sets: what a good script would be.

Usage: hashset.py FOLDER NOW. Prints one JSON object with the dormant logins.
"""
import csv
import glob
import json
import sys
from datetime import datetime, timedelta, timezone


def three_months_before(now):
    month = (now.month - 4) % 12 + 1
    year = now.year - (1 if now.month <= 3 else 0)
    for day in range(now.day, now.day - 4, -1):
        try:
            return now.replace(year=year, month=month, day=day)
        except ValueError:  # the month is shorter
            continue


def main(folder, now):
    months_ago = three_months_before(now)
    active = set()
    for name in glob.glob(f"{folder}/export-*.json"):
        with open(name, encoding="utf-8-sig") as file:
            for person in json.load(file):
                seen = person["last_active"]
                if seen != "No activity" and datetime.fromisoformat(seen) > months_ago:
                    active.add(person["login"].lower())
    with open(f"{folder}/auth0-users.json", encoding="utf-8-sig") as file:
        ninety_days_ago = now - timedelta(days=90)
        for user in json.load(file):
            if "last_login" in user and datetime.fromisoformat(user["last_login"]) > ninety_days_ago:
                active.add(user["nickname"].lower())
    for name in glob.glob(f"{folder}/audit-log*.jsonl"):
        since = months_ago.timestamp() * 1000
        with open(name, encoding="utf-8") as file:
            for line in file:
                event = json.loads(line)
                if event["@timestamp"] > since:
                    active.add(event["actor"].lower())
    with open(f"{folder}/members.json", encoding="utf-8-sig") as file:
        members = {login.lower() for login in json.load(file)}
    dormant = []
    with open(f"{folder}/dormant.csv", encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            login = row["login"].strip()
            key = login.lower()
            if row["outside_collaborator"].lower() != "true" and key in members and key not in active:
                dormant.append({"account": login})
    json.dump({"dormant": dormant}, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1], datetime.fromisoformat(sys.argv[2]).astimezone(timezone.utc))
