package eu.sotto.benchmarks.redaction;

import eu.sotto.redaction.Transcript;
import eu.sotto.redaction.Turn;
import eu.sotto.vocabulary.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** German calls as a recogniser writes them down, from a seed: lower case, numbers in words. */
final class SpokenCalls {
  private static final String[] DIGITS = {
    "null", "eins", "zwo", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"
  };
  private static final String[] GIVEN = {
    "sabine", "thomas", "ayşe", "jürgen", "monika", "andreas", "fatima", "stefan", "olga", "lena"
  };
  private static final String[] FAMILY = {
    "wolf", "müller", "brinkschulte", "yıldız", "kowalski", "petersen", "huber", "nguyen", "lang"
  };
  private static final String[] MONTHS = {
    "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober"
  };
  private static final String[] TALK = {
    "ja also ich rufe an weil die heizung seit gestern nicht mehr richtig warm wird",
    "das wäre ganz gut wenn da morgen vormittag jemand vorbeikommen könnte",
    "nein das war im letzten monat noch anders da habe ich neunundvierzig euro bezahlt",
    "der zähler steht auf zwölftausenddreihundertvierzig kilowattstunden",
    "moment bitte ich muss kurz nachschauen wo ich die unterlagen habe",
    "um vierzehn uhr dreißig geht es leider nicht aber am freitag hätte ich zeit"
  };
  private static final String[] AGENT = {
    "Guten Tag, was kann ich für Sie tun?", "Alles klar, ich schaue nach.", "Gern, noch etwas?"
  };

  private final Random random;
  private final List<Turn> turns = new ArrayList<>();

  private SpokenCalls(long seed) {
    this.random = new Random(seed);
  }

  static List<Transcript> of(int count) {
    List<Transcript> calls = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      calls.add(new SpokenCalls(20_261_121L + i).call());
    }
    return calls;
  }

  /** How many bytes the calls' text has in UTF-8. */
  static long bytes(List<Transcript> calls) {
    long bytes = 0;
    for (Transcript call : calls) {
      bytes += call.text().getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    }
    return bytes;
  }

  private Transcript call() {
    String given = pick(GIVEN);
    String family = pick(FAMILY);
    talk(2);
    ask("Wie ist Ihr Name, bitte?", "äh mein name ist " + given + " " + family);
    talk(2);
    ask("Unter welcher Nummer erreiche ich Sie?", "null eins sieben " + digits(8));
    ask("Wann sind Sie geboren?", "am " + date());
    talk(3);
    ask("Wie lautet Ihre IBAN?", "de " + digits(20));
    ask("Und die E-Mail-Adresse?", given + " punkt " + family + " at gmx punkt de");
    talk(3);
    return Transcript.of(Locale.GERMAN, turns);
  }

  private String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }

  private String digits(int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(i == 0 ? "" : " ").append(pick(DIGITS));
    }
    return digits.toString();
  }

  private String date() {
    return "dritten "
        + pick(MONTHS)
        + " neunzehnhundert"
        + (random.nextBoolean() ? "achtzig" : "elf");
  }

  private void talk(int pairs) {
    for (int i = 0; i < pairs; i++) {
      ask(pick(AGENT), pick(TALK));
    }
  }

  private void ask(String question, String answer) {
    turns.add(Turn.of(Role.AGENT, question));
    turns.add(Turn.of(Role.CALLER, answer));
  }
}
