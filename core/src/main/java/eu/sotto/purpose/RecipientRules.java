package eu.sotto.purpose;

import eu.sotto.permit.Operation;
import eu.sotto.permit.ReasonCode;
import eu.sotto.register.Purpose;
import eu.sotto.register.Recipient;
import eu.sotto.register.RecipientRole;
import eu.sotto.register.Transfer;
import eu.sotto.register.TransferMechanism;
import eu.sotto.vocabulary.RecipientId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who receives data, by what contract, and where. What a sub-processor receives passes through the
 * processor that engaged it, so that everybody on the way is looked at. GDPR Art. 28, 30(1)(d) and
 * (e), 44 to 46.
 */
final class RecipientRules {
  static final List<Rule> ALL =
      List.of(
          RecipientRules::notForbidden,
          RecipientRules::declared,
          RecipientRules::engaged,
          RecipientRules::contracted,
          RecipientRules::reachable);

  private static final String UNITED_STATES = "US";

  private RecipientRules() {}

  private static void notForbidden(Case asked, Findings findings) {
    RecipientId id = asked.recipient();
    if (id != null && asked.register().forbiddenRecipients().contains(id)) {
      findings.forbid(ReasonCode.RECIPIENT_FORBIDDEN, id);
    }
  }

  private static void declared(Case asked, Findings findings) {
    RecipientId id = asked.recipient();
    if (id == null) {
      if (asked.is(Operation.DISCLOSE)) {
        findings.forbid(ReasonCode.RECIPIENT_NOT_DECLARED, asked.purpose());
      }
      return;
    }
    if (asked.way().isEmpty() || !forThis(asked, id)) {
      findings.forbid(ReasonCode.RECIPIENT_NOT_DECLARED, id);
    }
  }

  private static boolean forThis(Case asked, RecipientId id) {
    Purpose purpose = asked.declared();
    return purpose != null && purpose.recipients().contains(id);
  }

  /** Whoever is engaged works for somebody who may have the data for this purpose. */
  private static void engaged(Case asked, Findings findings) {
    List<Recipient> way = asked.way();
    for (int i = 0; i < way.size(); i++) {
      Recipient one = way.get(i);
      if (one.role() == RecipientRole.SUB_PROCESSOR && i + 1 == way.size() && !own(asked, one)) {
        findings.forbid(ReasonCode.SUB_PROCESSOR_NOT_ENGAGED, one.id());
      }
      if (i > 0 && !forThis(asked, one.id())) {
        findings.forbid(ReasonCode.RECIPIENT_NOT_DECLARED, one.id());
      }
    }
  }

  private static boolean own(Case asked, Recipient recipient) {
    return recipient.ownPurposes().contains(asked.purpose());
  }

  private static void contracted(Case asked, Findings findings) {
    List<Recipient> way = asked.way();
    for (int i = 0; i < way.size(); i++) {
      if (!way.get(i).contracted()) {
        findings.forbid(ReasonCode.RECIPIENT_WITHOUT_CONTRACT, way.get(i).id());
      }
    }
  }

  private static void reachable(Case asked, Findings findings) {
    List<Recipient> way = asked.way();
    for (int i = 0; i < way.size(); i++) {
      Recipient one = way.get(i);
      ReasonCode obstacle = one.place().inEea() ? null : obstacle(asked, one);
      if (obstacle != null) {
        findings.forbid(obstacle, one.id());
      }
    }
  }

  private static @Nullable ReasonCode obstacle(Case asked, Recipient recipient) {
    if (recipient.country().isEmpty()) {
      return ReasonCode.COUNTRY_NOT_STATED;
    }
    // what is heard only in passing, such as the answer to a consent question, stays at home
    if (asked.register().onlyInEea() || asked.inPassing()) {
      return ReasonCode.TRANSFER_FORBIDDEN;
    }
    Optional<Transfer> transfer = recipient.transfer();
    if (transfer.isEmpty()) {
      return ReasonCode.TRANSFER_WITHOUT_MECHANISM;
    }
    return current(asked, recipient, transfer.get())
        ? null
        : ReasonCode.TRANSFER_EVIDENCE_NOT_CURRENT;
  }

  /** For the United States adequacy rests on the recipient's own certification, renewed yearly. */
  private static boolean current(Case asked, Recipient recipient, Transfer transfer) {
    boolean yearly =
        transfer.mechanism() == TransferMechanism.ADEQUACY
            && recipient.country().filter(c -> c.code().equals(UNITED_STATES)).isPresent();
    boolean checked = !transfer.date().isAfter(asked.today());
    return checked && (!yearly || asked.today().isBefore(transfer.date().plusYears(1)));
  }
}
