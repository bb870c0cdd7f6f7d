package eu.sotto.redaction;

import eu.sotto.vocabulary.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Judges a call turn by turn. Holds what is known of one call; used by one thread. */
final class Engine {
  private final Tokenizer tokenizer = new Tokenizer(Lexicon.shipped());
  private final Dialogue dialogue;
  private final Segment segment;
  private final CodeDetector codes;
  private final AddressDetector addresses;
  private final RedactionPolicy policy;

  Engine(RedactionPolicy policy, Set<PiiType> askedBefore) {
    long asked = 0;
    for (PiiType type : askedBefore) {
      asked |= Bits.of(type);
    }
    this.policy = policy;
    this.dialogue = new Dialogue(Phrases.shipped(), asked);
    this.segment = new Segment(dialogue);
    this.codes = new CodeDetector(segment);
    this.addresses = new AddressDetector(segment);
  }

  /** What is found in a turn, in order; names said later are not known yet. */
  List<Hit> turn(Role role, String text) {
    List<Hit> hits = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int feed = text.indexOf('\n', from);
      int to = feed < 0 ? text.length() : feed;
      if (to > from) {
        line(role, text, from, to, hits);
      }
      from = to + 1;
    }
    Collections.sort(hits);
    return hits;
  }

  private void line(Role role, String text, int from, int to, List<Hit> hits) {
    read(role, text, from, to);
    WrittenDetector.detect(segment);
    EmailDetector.detect(segment);
    DateDetector.detect(segment);
    addresses.streets();
    codes.detect();
    addresses.cities();
    NameDetector.detect(segment);
    if (policy.covers(PiiType.HEALTH) || policy.covers(PiiType.RELIGION)) {
      Specials.detect(segment);
    }
    AnswerDetector.detect(segment);
    KnownNames.detect(segment);
    collect(from, hits);
    dialogue.after(segment);
  }

  private void read(Role role, String text, int from, int to) {
    segment.scan.load(text, from, to);
    tokenizer.scan(segment.scan);
    dialogue.read(segment.scan);
    segment.reset(role, dialogue.expectedOf(role));
  }

  /** Finds the names that are known by now in a turn that was judged before. */
  void again(Role role, String text, List<Hit> hits) {
    int from = 0;
    List<Hit> more = new ArrayList<>();
    while (from < text.length()) {
      int feed = text.indexOf('\n', from);
      int to = feed < 0 ? text.length() : feed;
      if (to > from) {
        read(role, text, from, to);
        KnownNames.detect(segment);
        collect(from, more);
      }
      from = to + 1;
    }
    Collections.sort(more);
    hits.addAll(apart(more, hits));
    Collections.sort(hits);
  }

  /** Those of one sorted list that touch none of another. */
  private static List<Hit> apart(List<Hit> more, List<Hit> hits) {
    List<Hit> apart = new ArrayList<>();
    int at = 0;
    for (Hit hit : more) {
      while (at < hits.size() && hits.get(at).end() <= hit.start()) {
        at++;
      }
      if (at == hits.size() || !hits.get(at).touches(hit)) {
        apart.add(hit);
      }
    }
    return apart;
  }

  int namesKnown() {
    return dialogue.namesKnown();
  }

  private void collect(int offset, List<Hit> hits) {
    for (Mark mark : segment.marks) {
      if (policy.covers(mark.type())) {
        int start = offset + segment.scan.start[mark.from()];
        int end = offset + segment.scan.end[mark.to() - 1];
        Set<String> evidence = Evidence.of(mark.evidence());
        hits.add(new Hit(start, end, mark.type(), evidence, mark.score(), mark.value()));
      }
    }
  }
}
