package eu.sotto.records;

import eu.sotto.store.Database;
import eu.sotto.store.Registration;
import java.security.SecureRandom;
import java.time.InstantSource;

/** What the rooms of this package share. */
record Parts(
    Database index,
    ContentStore contents,
    Registration node,
    Seals seals,
    Terms terms,
    InstantSource clock,
    SecureRandom random) {}
