package eu.sotto.redaction;

import eu.sotto.vocabulary.Role;

/** What is known of the call so far: open questions, numbers that go on, names that were said. */
final class Dialogue {
  private static final int PATIENCE = 4;
  private static final int MAX_NAMES = 4096;
  private static final long NUMBERS = numbers();
  private static final long CODES =
      NUMBERS & ~(Bits.of(PiiType.ADDRESS) | Bits.of(PiiType.BIRTH_DATE) | Bits.of(PiiType.URL));

  private final Phrases phrases;
  private final HashCounts names = new HashCounts();
  private final HashCounts staff = new HashCounts();
  private long asked;
  private int patience;
  private long going;
  private int goingPatience;
  private long given;
  private long everAsked;
  private long openSpecial;
  private boolean torn;
  private boolean titleOpen;
  private boolean thing;
  private Phrases.Phrase[] found = new Phrases.Phrase[64];
  private boolean anyPhrase;
  private long allPhraseCues;
  private int foundSize;

  Dialogue(Phrases phrases, long askedBefore) {
    this.phrases = phrases;
    this.asked = askedBefore;
    this.patience = askedBefore == 0 ? 0 : PATIENCE;
  }

  /** Looks up the phrases of a freshly scanned segment. */
  void read(Scan scan) {
    if (anyPhrase) {
      java.util.Arrays.fill(found, 0, foundSize, null);
    }
    if (found.length < scan.size) {
      found = new Phrases.Phrase[scan.start.length];
    }
    foundSize = scan.size;
    anyPhrase = false;
    allPhraseCues = 0;
    if ((scan.allFlags & Lex.PHRASE) == 0) {
      return;
    }
    for (int i = 0; i < scan.size; i++) {
      if ((scan.flags[i] & Lex.PHRASE) != 0) {
        Phrases.Phrase phrase = phrases.at(scan, i);
        if (phrase != null) {
          found[i] = phrase;
          anyPhrase = true;
          allPhraseCues |= phrase.cue();
        }
      }
    }
  }

  Phrases.@org.jspecify.annotations.Nullable Phrase phrase(int token) {
    return anyPhrase ? found[token] : null;
  }

  boolean anyPhrase() {
    return anyPhrase;
  }

  /** What all phrases of the segment are cues for. */
  long allPhraseCues() {
    return allPhraseCues;
  }

  long phraseCues(int token) {
    Phrases.Phrase phrase = anyPhrase ? found[token] : null;
    return phrase == null ? 0 : phrase.cue();
  }

  /** What a speaker may be answering now. */
  long expectedOf(Role role) {
    return role == Role.AGENT ? 0 : asked | going;
  }

  void forgetAsked() {
    everAsked = 0;
  }

  /** What all questions since then asked for. */
  long everAsked() {
    return everAsked;
  }

  void closeQuestion() {
    asked = 0;
    openSpecial = 0;
  }

  /** What was asked for and not answered yet, special categories included. */
  long open() {
    return asked | openSpecial;
  }

  /** What an agent may be reading back. */
  long given() {
    return given;
  }

  boolean titleOpen() {
    return titleOpen;
  }

  void know(long name, int weight) {
    if (names.size() < MAX_NAMES) {
      names.raise(name, weight);
    }
  }

  /** Takes in a name with which the agent's side said who it is, and which the policy leaves. */
  void knowStaff(long name) {
    if (staff.size() < MAX_NAMES) {
      staff.raise(name, 1);
    }
  }

  boolean isStaff(long name) {
    return staff.get(name) > 0;
  }

  /** Whether the last question was for the number of a thing. */
  boolean thing() {
    return thing;
  }

  int known(long name) {
    return names.get(name);
  }

  int namesKnown() {
    return names.size();
  }

  boolean knowsNames() {
    return names.size() > 0;
  }

  /**
   * Takes in what a judged segment says about the talk. A turn that a deadline cut short leaves
   * what is open as it is: its pieces say too little to close a question.
   */
  void after(Segment segment, boolean cutShort) {
    boolean piece = cutShort || torn;
    torn = cutShort;
    if (cutShort && masksNumber(segment)) {
      going |= Bits.of(PiiType.PHONE);
      goingPatience = 2;
    }
    Scan scan = segment.scan;
    int last = scan.size - 1;
    titleOpen = last >= 0 && scan.upper(last) && Words.addresses(scan.hash[last]);
    long found = segment.labels;
    for (Mark mark : segment.marks) {
      found |= Bits.of(mark.type());
    }
    given |= found & NUMBERS;
    Question question = Question.of(segment, found);
    if (segment.role == Role.AGENT || question.asked() || scan.size == 0) {
      thing = (scan.allFlags & Lex.NO_ID) != 0 && question.about() == 0;
      asked(segment, question, found, piece);
      return;
    }
    answered(found, segment.role != Role.PARTICIPANT || patience > 0, piece);
  }

  /** Whether a number was masked before it was whole: what follows may be the rest of it. */
  private static boolean masksNumber(Segment segment) {
    for (Mark mark : segment.marks) {
      for (int i = mark.from(); mark.type() == PiiType.UNJUDGED && i < mark.to(); i++) {
        if (segment.scan.digits(i) || segment.scan.is(i, Lex.NUMBER)) {
          return true;
        }
      }
    }
    return false;
  }

  private void asked(Segment segment, Question question, long found, boolean piece) {
    if (segment.scan.size == 0) {
      return;
    }
    everAsked |= question.about() | question.special();
    if (question.special() != 0 || (!piece && !question.backchannel())) {
      openSpecial = question.special();
    }
    if (question.about() != 0) {
      asked = question.about();
      patience = PATIENCE;
      going = 0;
    } else if (!piece && !question.backchannel()) {
      asked = 0;
      going = question.asked() ? 0 : going;
    }
    if ((found & CODES) != 0) {
      going = found & CODES;
      goingPatience = 2;
    }
  }

  private void answered(long found, boolean inTalk, boolean piece) {
    if (piece) {
      going |= inTalk ? (found | asked) & CODES : 0;
      goingPatience = 2;
      return;
    }
    if (found != 0) {
      going = inTalk ? found & CODES : 0;
      goingPatience = 2;
      asked &= ~found;
    } else if (--goingPatience <= 0) {
      going = 0;
    }
    if (--patience <= 0) {
      asked = 0;
    }
  }

  private static long numbers() {
    long bits = 0;
    for (PiiType type : PiiType.values()) {
      boolean words = type.special() || type == PiiType.AGE || type == PiiType.UNJUDGED;
      if (!words && type != PiiType.PERSON) {
        bits |= Bits.of(type);
      }
    }
    return bits;
  }
}
