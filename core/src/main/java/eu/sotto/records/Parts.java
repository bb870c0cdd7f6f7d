package eu.sotto.records;

import eu.sotto.store.SqliteFile;
import java.security.SecureRandom;
import java.time.InstantSource;

/** What the rooms of this package share. */
record Parts(
    SqliteFile index,
    ContentStore contents,
    Seals seals,
    Terms terms,
    InstantSource clock,
    SecureRandom random) {}
