-- Whether an admin took the person out: what they made stays the tenant's.
ALTER TABLE departures ADD COLUMN removed boolean NOT NULL DEFAULT false;
