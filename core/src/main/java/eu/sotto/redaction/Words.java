package eu.sotto.redaction;

/** Single words that detectors ask for by name. */
final class Words {
  static final long DANN = Lexicon.hash("dann");
  static final long THEN = Lexicon.hash("then");
  static final long NOCHMAL = Lexicon.hash("nochmal");
  static final long WIEDER = Lexicon.hash("wieder");
  static final long DIE = Lexicon.hash("die");
  static final long MAL = Lexicon.hash("mal");
  static final long TIMES = Lexicon.hash("times");
  static final long O = Lexicon.hash("o");
  static final long OH = Lexicon.hash("oh");
  static final long MIT = Lexicon.hash("mit");
  static final long IN = Lexicon.hash("in");
  static final long STRICH = Lexicon.hash("strich");
  static final long OF = Lexicon.hash("of");
  static final long THE = Lexicon.hash("the");
  static final long DER = Lexicon.hash("der");
  static final long DEN = Lexicon.hash("den");
  static final long AM = Lexicon.hash("am");
  static final long DEM = Lexicon.hash("dem");
  static final long D = Lexicon.hash("d");
  static final long E = Lexicon.hash("e");
  static final long HTTP = Lexicon.hash("http");
  static final long HTTPS = Lexicon.hash("https");
  static final long WWW = Lexicon.hash("www");
  static final long HIER = Lexicon.hash("hier");
  static final long HERE = Lexicon.hash("here");
  static final long MEIN = Lexicon.hash("mein");
  static final long ICH = Lexicon.hash("ich");
  static final long SIE = Lexicon.hash("sie");
  static final long MEINE = Lexicon.hash("meine");
  static final long MY = Lexicon.hash("my");
  static final long A = Lexicon.hash("a");
  static final long I = Lexicon.hash("i");
  static final long J = Lexicon.hash("j");
  static final long DAS = Lexicon.hash("das");
  static final long OLD = Lexicon.hash("old");
  static final long ALT = Lexicon.hash("alt");
  static final long YEARS = Lexicon.hash("years");
  static final long YEAR = Lexicon.hash("year");
  static final long JAHRE = Lexicon.hash("jahre");
  static final long JAHR = Lexicon.hash("jahr");
  static final long IST = Lexicon.hash("ist");
  static final long IS = Lexicon.hash("is");

  static final long NUMMER = Lexicon.hash("nummer");

  static final long IHRE = Lexicon.hash("ihre");
  static final long SEINE = Lexicon.hash("seine");

  static final long WIRD = Lexicon.hash("wird");
  static final long OHNE = Lexicon.hash("ohne");
  static final long RAY = Lexicon.hash("ray");
  private static final long WOHNE = Lexicon.hash("wohne");
  private static final long WOHNEN = Lexicon.hash("wohnen");
  private static final long LIVE = Lexicon.hash("live");
  private static final long ZIEHE = Lexicon.hash("ziehe");
  private static final long MOVING = Lexicon.hash("moving");
  private static final long IM = Lexicon.hash("im");
  static final long AN = Lexicon.hash("an");
  private static final long ZUM = Lexicon.hash("zum");
  private static final long ZUR = Lexicon.hash("zur");
  private static final long AUF = Lexicon.hash("auf");
  private static final long UNTER = Lexicon.hash("unter");
  private static final long HINTER = Lexicon.hash("hinter");
  private static final long BEIM = Lexicon.hash("beim");
  private static final long ER = Lexicon.hash("er");
  private static final long HE = Lexicon.hash("he");
  private static final long SHE = Lexicon.hash("she");
  private static final long HES = Lexicon.hash("he's");
  private static final long SHES = Lexicon.hash("she's");
  private static final long BIN = Lexicon.hash("bin");
  private static final long AM_EN = Lexicon.hash("i'm");
  private static final long LAUTET = Lexicon.hash("lautet");
  private static final long FORWARD = Lexicon.hash("forward");
  private static final long HERR = Lexicon.hash("herr");
  private static final long HERRN = Lexicon.hash("herrn");
  private static final long FRAU = Lexicon.hash("frau");

  private Words() {}

  /** Whether a word may begin the name of a place. */
  static boolean leadsToPlace(long hash) {
    return hash == AM
        || hash == IM
        || hash == AN
        || hash == ZUM
        || hash == ZUR
        || hash == AUF
        || hash == UNTER
        || hash == HINTER
        || hash == BEIM;
  }

  /** Whether a verb may lead to where somebody lives. */
  static boolean dwells(long hash) {
    return copula(hash)
        || hash == WOHNE
        || hash == WOHNEN
        || hash == LIVE
        || hash == ZIEHE
        || hash == MOVING;
  }

  static boolean article(long hash) {
    return hash == DER || hash == DEM || hash == DEN;
  }

  /** Whether a word stands for somebody. */
  static boolean somebody(long hash) {
    return hash == ER || hash == SIE || hash == HE || hash == SHE || hash == ICH;
  }

  /** Whether a word says of somebody what they are. */
  static boolean isSomebody(long hash) {
    return hash == BIN || hash == AM_EN || hash == HES || hash == SHES;
  }

  /** Whether a word says what something is. */
  static boolean copula(long hash) {
    return hash == IST || hash == IS || hash == BIN || hash == AM_EN || hash == LAUTET;
  }

  /** Whether a word may stand between the digits of one number. */
  static boolean links(long hash) {
    return hash == DANN
        || hash == THEN
        || hash == NOCHMAL
        || hash == WIEDER
        || hash == DIE
        || hash == FORWARD;
  }

  /** Whether a word addresses somebody, so that the name may stand in the next line. */
  static boolean addresses(long hash) {
    return hash == HERR || hash == HERRN || hash == FRAU;
  }
}
