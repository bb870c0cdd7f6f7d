package eu.sotto.interchange;

import eu.sotto.consent.ConsentEvent.Answered;
import eu.sotto.consent.ConsentEvent.Asked;
import eu.sotto.consent.ConsentEvent.FoundInvalid;
import eu.sotto.consent.ConsentEvent.OfPurpose;
import eu.sotto.consent.ConsentEvent.Unanswered;
import eu.sotto.consent.ConsentEvent.Withdrawn;
import eu.sotto.consent.ConsentOutcome;
import eu.sotto.consent.ConsentState;
import eu.sotto.consent.ConsentStatus;
import eu.sotto.consent.ConsentTerms;
import eu.sotto.consent.Expiry;
import eu.sotto.consent.Method;
import eu.sotto.register.ConsentMark;
import eu.sotto.vocabulary.PurposeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The life of one consent as a list of states, each with its time and who indicated it, how. */
final class ConsentStates {
  private static final String TYPE = "@type";
  private static final String CONTROLLER = "dpv:DataController";

  private final ConsentParts parts;
  private final ConsentTerms terms;
  private final Expiry expiry;
  private boolean given;

  ConsentStates(ConsentParts parts, ConsentTerms terms) {
    this.parts = parts;
    this.terms = terms;
    this.expiry = terms.expiry();
  }

  List<Map<String, Object>> of(List<OfPurpose> events, Map<String, Object> subject) {
    List<Map<String, Object>> states = new ArrayList<>();
    for (OfPurpose event : events) {
      boolean bySubject = event instanceof Answered || event instanceof Withdrawn;
      Map<String, Object> state = new LinkedHashMap<>();
      state.put(TYPE, types(event));
      state.put("dpv:isIndicatedBy", bySubject ? subject : ConsentTree.reference(CONTROLLER));
      state.put("dpv:isIndicatedAtTime", ConsentTree.time(event.at()));
      method(event).ifPresent(m -> state.put("dpv:hasIndicationMethod", Fields.name(m)));
      if (event instanceof Answered && given) {
        state.put("dpv:hasDuration", duration(event.at()));
      }
      states.add(state);
    }
    ended().ifPresent(states::add);
    return states;
  }

  /**
   * What ended it without any event. For a consent that no longer covers what is declared the
   * vocabulary has no term of its own: it is only not valid for processing.
   */
  private Optional<Map<String, Object>> ended() {
    PurposeId purpose = parts.declared().purpose().id();
    ConsentStatus now = parts.consents().status(purpose, parts.madeAt(), terms);
    boolean expired = now.state() == ConsentState.EXPIRED;
    if (!expired && now.state() != ConsentState.SUPERSEDED) {
      return Optional.empty();
    }
    Map<String, Object> state = new LinkedHashMap<>();
    state.put(
        TYPE, List.of(expired ? "dpv:ConsentExpired" : "dpv:ConsentStatusInvalidForProcessing"));
    state.put("dpv:isIndicatedBy", ConsentTree.reference(CONTROLLER));
    state.put("dpv:isIndicatedAtTime", ConsentTree.time(now.since()));
    return Optional.of(state);
  }

  private List<String> types(OfPurpose event) {
    boolean before = given;
    if (event instanceof Asked) {
      return List.of("dpv:ConsentRequested");
    }
    if (event instanceof Unanswered) {
      return List.of("dpv:ConsentRequestDeferred");
    }
    given = false;
    if (event instanceof Withdrawn) {
      return List.of("dpv:ConsentWithdrawn");
    }
    if (event instanceof FoundInvalid) {
      return List.of("dpv:ConsentInvalidated");
    }
    return answer((Answered) event, before);
  }

  /** What was answered counts as the fold sees it, not as the event alone says. */
  private List<String> answer(Answered answered, boolean before) {
    ConsentOutcome outcome = answered.outcome();
    if (outcome instanceof ConsentOutcome.Refused) {
      return List.of("dpv:ConsentRefused");
    }
    if (outcome instanceof ConsentOutcome.Given) {
      given = parts.consents().status(answered.purpose(), answered.at(), expiry).given();
      String state = before ? "dpv:RenewedConsentGiven" : "dpv:ConsentGiven";
      return given ? List.of(state, expressed()) : List.of("dpv:ConsentInvalidated");
    }
    return outcome instanceof ConsentOutcome.Unclear
        ? List.of("dpv:ConsentUnknown")
        : List.of("dpv:ConsentInvalidated");
  }

  private String expressed() {
    return parts.declared().purpose().is(ConsentMark.EXPLICIT)
        ? "dpv:ExplicitlyExpressedConsent"
        : "dpv:ExpressedConsent";
  }

  private Map<String, Object> duration(Instant since) {
    Instant until = expiry.of(since);
    Map<String, Object> tree = new LinkedHashMap<>();
    if (until.equals(Instant.MAX)) {
      tree.put(TYPE, "dpv:UntilEventDuration");
      tree.put("rdf:value", "withdrawal");
    } else {
      tree.put(TYPE, "dpv:UntilTimeDuration");
      tree.put("rdf:value", ConsentTree.time(until));
    }
    return tree;
  }

  private static Optional<Method> method(OfPurpose event) {
    if (event instanceof Answered answered) {
      return Optional.of(answered.method());
    }
    return event instanceof Withdrawn withdrawn
        ? Optional.of(withdrawn.method())
        : Optional.empty();
  }
}
