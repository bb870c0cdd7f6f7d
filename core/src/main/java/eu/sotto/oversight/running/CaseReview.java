package eu.sotto.oversight.running;

import eu.sotto.ledger.Recorded;
import eu.sotto.oversight.Review.Cause;
import eu.sotto.oversight.ReviewId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One review as far as it has come. Changed only while it is folded. */
final class CaseReview {
  private final ReviewId id;
  private final Cause cause;
  private final Instant since;
  private final List<String> words = new ArrayList<>();
  private final Map<String, Set<String>> seen = new HashMap<>();
  private boolean challenged;
  private boolean flagged;

  CaseReview(String id, Cause cause, Instant since) {
    this.id = ReviewId.of(id);
    this.cause = cause;
    this.since = since;
  }

  void contested(Recorded event) {
    challenged |= CaseFile.text(event, "cause").equals(Cause.CHALLENGED.name());
    flagged |= CaseFile.text(event, "cause").equals(Cause.FLAGGED.name());
    words.add(CaseFile.text(event, "words"));
  }

  void seen(Recorded event) {
    seen.computeIfAbsent(CaseFile.text(event, "actor"), none -> new HashSet<>())
        .add(CaseFile.text(event, "record"));
  }

  ReviewId id() {
    return id;
  }

  Cause cause() {
    return cause;
  }

  Instant since() {
    return since;
  }

  /** Whether the caller wants an answer. */
  boolean challenged() {
    return challenged;
  }

  /** Whether anybody holds it for wrong. */
  boolean contested() {
    return challenged || flagged;
  }

  List<String> words() {
    return List.copyOf(words);
  }

  boolean hasSeen(String actor, String input) {
    return seen.getOrDefault(actor, Set.of()).contains(input);
  }
}
