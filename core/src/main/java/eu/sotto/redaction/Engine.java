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
  private final Passages passages = new Passages(this);
  private final RedactionPolicy policy;
  private final List<Detector> hosts;
  private boolean supposing;

  Engine(RedactionPolicy policy, Set<PiiType> askedBefore) {
    this(policy, List.of(), askedBefore);
  }

  Engine(RedactionPolicy policy, List<Detector> hosts, Set<PiiType> askedBefore) {
    long asked = 0;
    for (PiiType type : askedBefore) {
      asked |= Bits.of(type);
    }
    this.policy = policy;
    this.hosts = hosts;
    this.dialogue = new Dialogue(Phrases.shipped(), asked);
    this.segment = new Segment(dialogue, policy.staffNames());
    this.codes = new CodeDetector(segment);
    this.addresses = new AddressDetector(segment);
  }

  Segment segment() {
    return segment;
  }

  /** What is found in a turn, in order; names said later are not known yet. */
  List<Hit> turn(Role role, String text) {
    List<Hit> hits = new ArrayList<>();
    passages.begin();
    boolean more = true;
    while (more) {
      more = passages.next(role, text, true, hits);
    }
    Collections.sort(hits);
    return hits;
  }

  /** What would be found if this had been said; the talk stays where it is. */
  List<Hit> hypothesis(Role role, String text) {
    supposing = true;
    try {
      return turn(role, text);
    } finally {
      supposing = false;
    }
  }

  /** Judges a passage; afterwards the segment holds what was found. */
  void judge(Role role, CharSequence text, Stretch stretch) {
    read(role, text, stretch.context(), stretch.to());
    segment.hide(stretch.from() - stretch.context());
    segment.full = stretch.full();
    Labels.read(segment);
    if (!hostsAgree()) {
      return;
    }
    WrittenDetector.detect(segment);
    EmailDetector.detect(segment);
    DateDetector.detect(segment);
    addresses.streets();
    codes.detect();
    addresses.cities();
    WordAnswers.detect(segment);
    NameDetector.detect(segment);
    if (policy.covers(PiiType.HEALTH) || policy.covers(PiiType.RELIGION)) {
      Specials.detect(segment);
    }
    AnswerDetector.detect(segment);
    KnownNames.detect(segment);
  }

  /** Takes what was found up to a cut, and what the passage says about the talk. */
  void settle(Stretch stretch, int cut, boolean cutShort, List<Hit> hits) {
    collect(stretch.context(), cut, hits);
    if (!supposing) {
      dialogue.after(segment, cutShort);
    }
  }

  /** Runs the host's detectors; if one fails, all words are masked and nothing else is asked. */
  private boolean hostsAgree() {
    for (Detector host : hosts) {
      try {
        host.detect(new Passage(segment, host.code()));
      } catch (RuntimeException | StackOverflowError e) {
        segment.maskAll();
        return false;
      }
    }
    return true;
  }

  private void read(Role role, CharSequence text, int from, int to) {
    segment.scan.load(text, from, to);
    tokenizer.scan(segment.scan);
    dialogue.read(segment.scan);
    segment.reset(role, dialogue.expectedOf(role));
  }

  /** The places of names known by now in a turn that was judged before, but for those found. */
  List<Hit> again(Role role, String text, List<Hit> found) {
    int from = 0;
    List<Hit> more = new ArrayList<>();
    while (from < text.length()) {
      int to = Passages.lineEnd(text, from);
      if (to > from) {
        read(role, text, from, to);
        KnownNames.detect(segment);
        collect(from, to, more);
      }
      from = to + 1;
    }
    Collections.sort(more);
    return apart(more, found);
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

  void forgetAsked() {
    dialogue.forgetAsked();
  }

  /** What the questions since then asked for. */
  long everAsked() {
    return dialogue.everAsked();
  }

  void closeQuestion() {
    dialogue.closeQuestion();
  }

  /** What was asked for and not answered yet. */
  long openQuestion() {
    return dialogue.open();
  }

  int namesKnown() {
    return dialogue.namesKnown();
  }

  private void collect(int offset, int cut, List<Hit> hits) {
    for (Mark mark : segment.marks) {
      int end = offset + segment.scan.end[mark.to() - 1];
      if (policy.covers(mark.type()) && end <= cut && !isOwnName(mark)) {
        int start = offset + segment.scan.start[mark.from()];
        Set<String> evidence = Evidence.of(mark.evidence());
        hits.add(new Hit(start, end, mark.type(), evidence, mark.score(), mark.value()));
      }
    }
  }

  private boolean isOwnName(Mark mark) {
    if (mark.type() != PiiType.PERSON) {
      return false;
    }
    if (segment.isOwnName(mark.evidence())) {
      return true;
    }
    int token = mark.from();
    while (token < mark.to() && segment.repeatsOwnName(token)) {
      token++;
    }
    return token == mark.to();
  }
}
