package eu.sotto.benchmarks.retention;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A call as a program without the engine would hold it: one field for each fact. */
record CallRow(
    Instant recordedAt,
    @Nullable Instant endedAt,
    @Nullable Instant contactAt,
    @Nullable Instant orderedAt,
    @Nullable Instant invoicedAt,
    boolean claimed) {}
