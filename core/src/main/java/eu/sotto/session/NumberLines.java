package eu.sotto.session;

import eu.sotto.records.DoNotContactList;
import eu.sotto.records.NumberTally;
import eu.sotto.vocabulary.Party;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Reads numbers, one a line, a batch at a time; a blank line is none. Used once. */
final class NumberLines {
  /** What is done with the numbers of a batch. */
  interface Batch {
    /**
     * Takes up to a batch of numbers.
     *
     * @param parties their one spelling, in order
     * @return how many of them count
     */
    long take(List<String> parties);
  }

  private final String region;
  private final Batch batch;
  private final List<String> waiting = new ArrayList<>(DoNotContactList.BATCH);
  private final List<Long> invalidLines = new ArrayList<>();
  private long numbers;
  private long counted;
  private long invalid;

  NumberLines(String region, Batch batch) {
    this.region = region;
    this.batch = batch;
  }

  NumberTally read(Stream<String> lines) {
    long line = 0;
    for (Iterator<String> next = lines.iterator(); next.hasNext(); ) {
      line++;
      String text = next.next();
      if (!text.isBlank()) {
        read(text, line);
      }
      if (waiting.size() == DoNotContactList.BATCH) {
        flush();
      }
    }
    flush();
    return new NumberTally(numbers, counted, invalid, invalidLines);
  }

  private void read(String text, long line) {
    try {
      waiting.add(Party.phone(text).canonical(region).orElseThrow());
      numbers++;
    } catch (IllegalArgumentException e) {
      // the message of the cause is not passed on: the line is named by its place only
      invalid++;
      if (invalidLines.size() < NumberTally.LINES) {
        invalidLines.add(line);
      }
    }
  }

  private void flush() {
    if (!waiting.isEmpty()) {
      counted += batch.take(List.copyOf(waiting));
      waiting.clear();
    }
  }
}
