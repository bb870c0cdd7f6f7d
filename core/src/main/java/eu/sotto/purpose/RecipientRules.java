package eu.sotto.purpose;

import eu.sotto.permit.Operation;
import eu.sotto.permit.ReasonCode;
import eu.sotto.register.Purpose;
import eu.sotto.register.Recipient;
import eu.sotto.register.Transfer;
import eu.sotto.register.TransferMechanism;
import eu.sotto.vocabulary.RecipientId;
import java.util.List;
import java.util.Optional;

/** Who receives data, by what contract, and where. GDPR Art. 28, 30(1)(d) and (e), 44 to 46. */
final class RecipientRules {
  static final List<Rule> ALL =
      List.of(RecipientRules::declared, RecipientRules::contracted, RecipientRules::reachable);

  private static final String UNITED_STATES = "US";

  private RecipientRules() {}

  private static void declared(Case asked, Findings findings) {
    RecipientId id = asked.recipient();
    if (id == null) {
      if (asked.is(Operation.DISCLOSE)) {
        findings.forbid(ReasonCode.RECIPIENT_NOT_DECLARED, asked.purpose());
      }
      return;
    }
    boolean forThis = asked.declared().filter(p -> p.recipients().contains(id)).isPresent();
    if (!forThis || recipient(asked).isEmpty()) {
      findings.forbid(ReasonCode.RECIPIENT_NOT_DECLARED, id);
    }
  }

  private static void contracted(Case asked, Findings findings) {
    recipient(asked)
        .filter(r -> !r.contracted())
        .ifPresent(r -> findings.forbid(ReasonCode.RECIPIENT_WITHOUT_CONTRACT, r.id()));
  }

  private static void reachable(Case asked, Findings findings) {
    recipient(asked)
        .filter(r -> !r.place().inEea())
        .flatMap(r -> obstacle(asked, r))
        .ifPresent(why -> findings.forbid(why, String.valueOf(asked.recipient())));
  }

  private static Optional<ReasonCode> obstacle(Case asked, Recipient recipient) {
    if (recipient.country().isEmpty()) {
      return Optional.of(ReasonCode.COUNTRY_NOT_STATED);
    }
    // what is heard only in passing, such as the answer to a consent question, stays at home
    boolean inPassing = asked.declared().filter(Purpose::transientOnly).isPresent();
    if (asked.register().onlyInEea() || inPassing) {
      return Optional.of(ReasonCode.TRANSFER_FORBIDDEN);
    }
    Optional<Transfer> transfer = recipient.transfer();
    if (transfer.isEmpty()) {
      return Optional.of(ReasonCode.TRANSFER_WITHOUT_MECHANISM);
    }
    return current(asked, recipient, transfer.get())
        ? Optional.empty()
        : Optional.of(ReasonCode.TRANSFER_EVIDENCE_NOT_CURRENT);
  }

  /** For the United States adequacy rests on the recipient's own certification, renewed yearly. */
  private static boolean current(Case asked, Recipient recipient, Transfer transfer) {
    boolean yearly =
        transfer.mechanism() == TransferMechanism.ADEQUACY
            && recipient.country().filter(c -> c.code().equals(UNITED_STATES)).isPresent();
    boolean checked = !transfer.date().isAfter(asked.today());
    return checked && (!yearly || asked.today().isBefore(transfer.date().plusYears(1)));
  }

  private static Optional<Recipient> recipient(Case asked) {
    return Optional.ofNullable(asked.recipient()).flatMap(asked.register()::recipient);
  }
}
