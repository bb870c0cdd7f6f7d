package eu.sotto.redaction;

import static eu.sotto.redaction.PiiType.ADDRESS;
import static eu.sotto.redaction.PiiType.BIC;
import static eu.sotto.redaction.PiiType.BOOKING_CODE;
import static eu.sotto.redaction.PiiType.CONTRACT_ID;
import static eu.sotto.redaction.PiiType.CREDIT_CARD;
import static eu.sotto.redaction.PiiType.CUSTOMER_ID;
import static eu.sotto.redaction.PiiType.DRIVING_LICENCE;
import static eu.sotto.redaction.PiiType.EMAIL;
import static eu.sotto.redaction.PiiType.HEALTH_INSURANCE;
import static eu.sotto.redaction.PiiType.IBAN;
import static eu.sotto.redaction.PiiType.ID_CARD;
import static eu.sotto.redaction.PiiType.LICENCE_PLATE;
import static eu.sotto.redaction.PiiType.PASSPORT;
import static eu.sotto.redaction.PiiType.PASSWORD;
import static eu.sotto.redaction.PiiType.PERSON;
import static eu.sotto.redaction.PiiType.PHONE;
import static eu.sotto.redaction.PiiType.SOCIAL_SECURITY;
import static eu.sotto.redaction.PiiType.TAX_ID;
import static eu.sotto.redaction.PiiType.USERNAME;

import org.jspecify.annotations.Nullable;

/** Which of the kinds that were asked for a run of digits and letters can be. Stateless. */
final class CodeShape {
  private static final PiiType[] ORDER = {
    IBAN,
    CREDIT_CARD,
    PHONE,
    TAX_ID,
    SOCIAL_SECURITY,
    HEALTH_INSURANCE,
    PASSPORT,
    ID_CARD,
    DRIVING_LICENCE,
    LICENCE_PLATE,
    CUSTOMER_ID,
    CONTRACT_ID,
    BOOKING_CODE,
    PASSWORD,
    USERNAME,
    BIC,
    EMAIL,
    PERSON,
    ADDRESS
  };

  static final long CODES = mask();

  private CodeShape() {}

  static @Nullable PiiType of(long cues, CodeRun run, Segment segment) {
    for (PiiType type : ORDER) {
      if ((cues & Bits.of(type)) != 0 && fits(type, run, segment)) {
        return type;
      }
    }
    return null;
  }

  private static boolean fits(PiiType type, CodeRun run, Segment segment) {
    int all = run.digits + run.letters;
    boolean goingOn = segment.expects(type);
    return switch (type) {
      case IBAN -> run.digits >= 4 || (goingOn && run.digits >= 2);
      case CREDIT_CARD -> run.digits >= 3 || (goingOn && run.digits >= 2);
      case PHONE -> run.letters == 0 && (run.digits >= 4 || (goingOn && run.digits >= 2));
      case LICENCE_PLATE -> (run.letters > 0 && all >= 3) || (goingOn && all >= 2);
      case CUSTOMER_ID, CONTRACT_ID, BOOKING_CODE ->
          (run.digits >= 3 && all >= 4) || (goingOn && all >= 3);
      case PASSWORD -> run.digits >= 3 || run.letters >= 3;
      case USERNAME -> all >= 3;
      case BIC -> run.letters >= 4;
      case EMAIL, PERSON -> run.digits == 0 && run.letters >= (goingOn ? 2 : 3);
      case ADDRESS -> postcode(run, goingOn);
      default -> run.digits >= 4 || (goingOn && all >= 3);
    };
  }

  private static boolean postcode(CodeRun run, boolean asked) {
    if (run.letters == 0) {
      return run.digits == 5 || (run.digits == 4 && run.amounts == 0) || (asked && run.digits >= 1);
    }
    return run.digits > 0 && run.digits + run.letters >= (asked ? 3 : 5);
  }

  /** Whether what stands after a short number says that it counts or measures something. */
  static boolean vetoed(Segment segment, CodeRun run, boolean cued) {
    Scan scan = segment.scan;
    if (scan.is(run.to, Lex.UNIT) && scan.plainGap(run.to)) {
      boolean word = !scan.is(run.to, Lex.STREET_END) || !cued;
      return word && (run.digits < 7 || (run.amounts > 0 && run.atoms <= 2));
    }
    if (!cued && run.amounts > 0 && run.amounts == run.atoms) {
      return true;
    }
    boolean few = run.digits > 0 && run.digits <= 4;
    // "um" is a filler in English: "um zero seven seven zero" is no time of day
    boolean hesitates = scan.is(run.from - 1, Lex.FILLER) && run.reading.indexOf("0") == 0;
    boolean time = scan.is(run.from - 1, Lex.TIME_BEFORE) && few && !(hesitates && run.digits == 4);
    boolean hour = scan.is(run.from - 1, Lex.UNIT) && few && run.digits <= 2;
    boolean after = scan.is(run.from - 1, Lex.MONTH) || scan.is(run.from - 2, Lex.MONTH);
    if (after && run.digits <= 6) {
      return true;
    }
    boolean date = scan.is(run.to, Lex.MONTH) && run.digits <= 2;
    return !cued && ((time && !segment.expects(PHONE)) || hour || date);
  }

  private static long mask() {
    long mask = 0;
    for (PiiType type : ORDER) {
      mask |= Bits.of(type);
    }
    return mask;
  }
}
