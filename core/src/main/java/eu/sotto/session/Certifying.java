package eu.sotto.session;

import eu.sotto.interchange.DisposalCertificate;
import eu.sotto.interchange.ProvenStatement;
import eu.sotto.ledger.Event;
import eu.sotto.ledger.IndexTerm;
import eu.sotto.ledger.Recorded;
import eu.sotto.records.Disposals.Count;
import eu.sotto.session.Entries.Fields;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Certifies what was disposed of. The counts lie beside the records and went up in the transaction
 * in which each record went; so whatever a crash interrupts, each is certified once.
 */
public final class Certifying {
  private static final IndexTerm TERM = new IndexTerm("disposals", "certified");
  private static final String TEXT = "text";

  private Certifying() {}

  /**
   * Certifies what is not certified yet; what fails is tried again.
   *
   * @param engine what everything runs on
   */
  public static void certify(Engine engine) {
    engine.owed().attempt("certifying disposals", () -> certified(engine));
  }

  private static void certified(Engine engine) {
    engine
        .records()
        .lifetimes()
        .disposals()
        .close(engine.randomId())
        .forEach((run, counts) -> record(engine, run, counts));
  }

  private static void record(Engine engine, String run, List<Count> counts) {
    String text = text(run, counts);
    Fields fields =
        Fields.of(
                "records",
                counts.stream().mapToLong(Count::records).sum(),
                TEXT,
                text,
                "statement",
                ProvenStatement.digest(text))
            .step("disposal " + run);
    Event event =
        Entries.ofNobody(Kinds.DISPOSAL_CERTIFIED, engine.clock().instant(), fields).indexed(TERM);
    engine.journal().record(event);
    engine.records().lifetimes().disposals().certified(run);
  }

  private static String text(String run, List<Count> counts) {
    StringBuilder text = new StringBuilder("Certificate of disposal (GDPR Art. 5(1)(e), 17)\n");
    text.append("run: ").append(run).append('\n');
    for (Count count : counts) {
      text.append("class ").append(count.retentionClass()).append(", ");
      text.append(words(count.ground())).append(": ").append(count.records()).append('\n');
    }
    text.append("Keys were destroyed first, then what they sealed was removed.\n");
    text.append("This is evidence of procedure, not proof of absence.\n");
    return text.toString();
  }

  private static String words(String ground) {
    return switch (ground) {
      case "DUE" -> "period over, destroyed";
      case "ANONYMISED" -> "period over, only texts that belong to nobody stay";
      default -> "asked for or consent ended, destroyed";
    };
  }

  /**
   * Every certificate, the oldest first.
   *
   * @param engine what everything runs on
   * @return the certificates, each proven from the ledger as it is read
   */
  public static Stream<DisposalCertificate> all(Engine engine) {
    return engine.journal().ledger().events(TERM).entries().stream()
        .map(recorded -> certificate(engine, recorded))
        .flatMap(Optional::stream);
  }

  private static Optional<DisposalCertificate> certificate(Engine engine, Recorded recorded) {
    String text = ConsentCodec.text(recorded.fields(), TEXT);
    return engine
        .journal()
        .ledger()
        .evidence(recorded.appended().id())
        .map(evidence -> DisposalCertificate.of(text, evidence));
  }
}
