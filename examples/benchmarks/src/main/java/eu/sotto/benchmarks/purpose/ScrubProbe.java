package eu.sotto.benchmarks.purpose;

import eu.sotto.CallPrivacy;
import eu.sotto.records.NumberTally;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.ContactScope;
import eu.sotto.vocabulary.PurposeId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * A campaign of many numbers, written in two ways, against a list that bars one in ten; the store
 * is in files and the campaign is the first of its process.
 */
final class ScrubProbe {
  static final int NUMBERS = 100_000;
  private static final int EACH = 10;
  private static final Actor CLERK = Actor.of("clerk-1", "clerk");

  private ScrubProbe() {}

  /** Seconds for a campaign on consent, which looks at whom a later consent may have lifted. */
  static double seconds() throws IOException {
    Path folder = Files.createTempDirectory("sotto-scrub");
    try (CallPrivacy privacy =
        CallPrivacy.in(folder.resolve("data"))
            .keyFolder(folder.resolve("keys"))
            .register(ThirtyRules.register())
            .open()) {
      List<String> barred =
          IntStream.range(0, NUMBERS)
              .filter(i -> i % EACH == 0)
              .mapToObj(ScrubProbe::number)
              .toList();
      privacy.contact().bar(barred.stream(), ContactScope.ADVERTISING, CLERK);
      List<String> campaign = IntStream.range(0, NUMBERS).mapToObj(ScrubProbe::number).toList();
      return seconds(privacy, campaign);
    } finally {
      Folders.remove(folder);
    }
  }

  private static double seconds(CallPrivacy privacy, List<String> campaign) {
    AtomicLong left = new AtomicLong();
    long start = System.nanoTime();
    NumberTally tally =
        privacy
            .contact()
            .scrub(
                PurposeId.of("newsletter"),
                campaign.stream(),
                number -> left.incrementAndGet(),
                CLERK);
    double seconds = (System.nanoTime() - start) / 1e9;
    if (tally.listed() != NUMBERS / EACH || left.get() != NUMBERS - tally.listed()) {
      throw new IllegalStateException("the campaign lost others than those who are barred");
    }
    return seconds;
  }

  private static String number(int i) {
    return String.format(Locale.ROOT, i % 2 == 0 ? "+49 30 23%06d" : "030 23%06d", i);
  }
}
