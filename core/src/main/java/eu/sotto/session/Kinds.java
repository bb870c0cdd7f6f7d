package eu.sotto.session;

import eu.sotto.ledger.EventKind;
import eu.sotto.ledger.KeyClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The kinds of events of a call, each with the key that seals it and its fields in schema order. A
 * kind is never changed, only followed by a next version. Evidence holds no number, no name and no
 * call id, so that it can outlive an erasure.
 */
public final class Kinds {
  private static final List<String> QUESTION =
      List.of(
          "purpose",
          "notice",
          "version",
          "language",
          "wording_hash",
          "controller",
          "operations",
          "categories",
          "recipients",
          "kept_days",
          "kept_longest",
          "offset_ms");
  private static final List<String> ANSWER =
      List.of("purpose", "outcome", "detail", "method", "confidence", "rule", "offset_ms");

  /** Earlier versions held the number, whose retention is that of the call's metadata. */
  static final EventKind CALL_ANSWERED =
      new EventKind(
          "call_answered", 3, KeyClass.CONTENT, List.of("call", "line", "register", "node"));

  static final EventKind CALL_ENDED = content("call_ended", List.of());
  static final EventKind RECORD_KEPT =
      content("record_kept", List.of("record", "kind", "purpose", "retention_class"));
  static final EventKind RECORDING_STOPPED =
      content("recording_stopped", List.of("purpose", "kept", "why"));

  static final EventKind NOTICE_PLAYED =
      evidence(
          "notice_played",
          List.of(
              "notice", "version", "language", "wording_hash", "parts", "played_ms", "full_ms"));
  static final EventKind CONSENT_ASKED = second("consent_asked", QUESTION);
  static final EventKind CONSENT_ANSWERED = third("consent_answered", ANSWER);
  static final EventKind CONSENT_UNANSWERED = evidence("consent_unanswered", List.of("purpose"));
  static final EventKind CONSENT_WITHDRAWN =
      evidence("consent_withdrawn", List.of("withdrawal", "purpose", "method"));
  static final EventKind CAPACITY_STATED = evidence("consent_capacity_stated", List.of("capacity"));

  /** Of a call: what the caller was given in writing. */
  static final EventKind NOTICE_HANDED_OVER =
      evidence(
          "notice_handed_over",
          List.of("notice", "version", "language", "wording_hash", "parts", "channel"));

  /** Of a call: how the caller stands to the contract on which a purpose rests. */
  static final EventKind CONTRACT_TIE_STATED =
      evidence("contract_tie_stated", List.of("purpose", "tie", "actor", "role"));

  /** Of a person: how the person stands to the contract on which a purpose rests. */
  static final EventKind CONTRACT_TIE_NOTED =
      evidence("contract_tie_noted", List.of("purpose", "tie", "actor", "role"));

  /** A consent to advertising by telephone was made use of. */
  public static final EventKind CONSENT_USED =
      evidence("consent_used", List.of("purpose", "permit"));

  static final EventKind SPEAKER_JOINED = evidence("speaker_joined", List.of("speaker", "role"));
  static final EventKind SPEAKER_LEFT = evidence("speaker_left", List.of("speaker", "role"));
  static final EventKind SPEAKER_ASKED = second("speaker_asked", ofSpeaker(QUESTION));
  static final EventKind SPEAKER_ANSWERED = third("speaker_answered", ofSpeaker(ANSWER));
  static final EventKind CONSENT_FOUND_INVALID =
      evidence("consent_found_invalid", List.of("finding", "purpose", "why", "actor", "role"));
  static final EventKind PERMIT_GRANTED =
      second(
          "permit_granted",
          List.of(
              "permit", "operation", "purpose", "recipient", "obligations", "register", "node"));
  static final EventKind PERMIT_DENIED =
      evidence(
          "permit_denied", List.of("operation", "purpose", "recipient", "reasons", "register"));
  static final EventKind PERMIT_NOT_DELIVERED = evidence("permit_not_delivered", List.of("permit"));

  /** A data subject made a request. */
  public static final EventKind REQUEST_RECEIVED =
      evidence("request_received", List.of("request", "identity", "actor", "role"));

  /**
   * A data subject made a request, and of which right if it is known yet; or another controller,
   * for whom the host processes, gave an instruction.
   */
  public static final EventKind RIGHT_REQUESTED =
      third(
          "request_received",
          List.of("request", "right", "identity", "actor", "role", "controller"));

  /** A request for access was answered. */
  public static final EventKind ACCESS_ANSWERED =
      evidence("access_answered", List.of("request", "records"));

  /** What is kept of a call for one purpose was handed to a recipient. */
  static final EventKind CALL_DISCLOSED =
      evidence("call_disclosed", List.of("purpose", "recipient", "format", "records", "digest"));

  /** The record of a consent was taken out. */
  static final EventKind CONSENT_EXPORTED =
      evidence("consent_exported", List.of("purpose", "actor", "role"));

  /** The caller got a receipt; the statement is its digest. */
  static final EventKind RECEIPT_ISSUED =
      evidence("receipt_issued", List.of("purpose", "statement"));

  /** A person said how far they do not want to be contacted. */
  static final EventKind DO_NOT_CONTACT_STATED =
      evidence("do_not_contact_stated", List.of("scope", "actor", "role"));

  /** A person asked to be contacted. */
  static final EventKind CONTACT_REQUESTED =
      evidence("contact_requested", List.of("purpose", "actor", "role"));

  /** Something happened with which periods begin. */
  static final EventKind EVENT_STATED =
      evidence("event_stated", List.of("event", "day", "actor", "role"));

  /** It was made sure that a consent came from the identified person. */
  static final EventKind CONSENT_IDENTIFIED =
      evidence("identified_consent", List.of("purpose", "identity", "actor", "role"));

  /** Somebody was to be called on presumed consent: a person has to decide. */
  static final EventKind PRESUMPTION_ASKED =
      evidence("presumed_consent_asked", List.of("review", "subject", "purpose", "register"));

  /** A person decided whether consent may be presumed. */
  static final EventKind PRESUMPTION_DECIDED =
      evidence(
          "presumed_consent_decided",
          List.of(
              "review",
              "subject",
              "purpose",
              "presumed",
              "until",
              "why",
              "actor",
              "role",
              "register"));

  static final EventKind SUBJECTS_LINKED =
      evidence("subjects_linked", List.of("subject", "actor", "role"));

  /** Data that a purpose does not need was left out: how much by field, never what. */
  static final EventKind INTAKE_SIFTED =
      evidence("intake_sifted", List.of("purpose", "taken", "dropped"));

  /** The host's side asked for data that the purpose does not need. */
  static final EventKind QUESTION_FLAGGED =
      evidence("question_flagged", List.of("purpose", "kinds", "questions"));

  /** It is sure enough who makes a request. */
  public static final EventKind REQUEST_IDENTIFIED =
      evidence(
          "request_identified", List.of("request", "right", "method", "level", "actor", "role"));

  /** It is doubtful who makes a request. */
  public static final EventKind REQUEST_DOUBTED =
      evidence("request_doubted", List.of("request", "why", "actor", "role"));

  /** A request takes longer. */
  public static final EventKind REQUEST_EXTENDED =
      evidence("request_extended", List.of("request", "why", "actor", "role"));

  /** What a request is about was found. */
  public static final EventKind REQUEST_LOCATED =
      evidence("request_located", List.of("request", "records"));

  /** What becomes of each record was laid down. */
  public static final EventKind REQUEST_ASSESSED =
      evidence("request_assessed", List.of("request", "outcomes", "actor", "role"));

  /** A request was carried out, with the purposes whose consent it ended. */
  public static final EventKind REQUEST_EXECUTED =
      second("request_executed", List.of("request", "records", "withheld", "purposes"));

  /** The recipients of a request's data are being told. */
  public static final EventKind REQUEST_RECIPIENTS =
      evidence("request_recipients", List.of("request", "notices"));

  /** A request was answered; the statement is its digest. */
  public static final EventKind REQUEST_ANSWERED =
      evidence("request_answered", List.of("request", "outcome", "statement", "actor", "role"));

  /** A person objected. */
  public static final EventKind OBJECTION_RAISED =
      evidence(
          "objection_raised", List.of("objection", "request", "purposes", "marketing", "method"));

  /** A person decided on an objection, as far as one controller decides on its purposes. */
  public static final EventKind OBJECTION_DECIDED =
      second(
          "objection_decided",
          List.of("objection", "request", "outcome", "why", "actor", "role", "controller"));

  /** All data of a person may only be stored, as far as one controller decides on it. */
  public static final EventKind RESTRICTION_SET =
      second(
          "restriction_set",
          List.of("restriction", "request", "ground", "actor", "role", "controller"));

  /** A person said that they want an erasure instead of the restrictions that they asked for. */
  public static final EventKind RESTRICTION_REPLACED =
      evidence(
          "restriction_replaced", List.of("request", "restrictions", "method", "actor", "role"));

  /** The person was told that a restriction is going to end. */
  public static final EventKind LIFT_ANNOUNCED =
      evidence("restriction_lift_announced", List.of("restriction", "why", "actor", "role"));

  /** A restriction ended. */
  public static final EventKind RESTRICTION_LIFTED =
      evidence("restriction_lifted", List.of("restriction", "actor", "role"));

  /** A record was put right: a new version takes the place of an old one. */
  public static final EventKind RECORD_RECTIFIED =
      evidence("record_rectified", List.of("request", "record", "replaces", "actor", "role"));

  /** What a person had provided was handed over. */
  public static final EventKind DATA_PORTED =
      evidence("data_ported", List.of("request", "records", "destination", "digest"));

  /** Somebody outside has to be told; the documents are the digests of what was disclosed. */
  public static final EventKind NOTICE_OWED =
      proof("notice_owed", List.of("notice", "request", "right", "addressee", "to", "documents"));

  /** Somebody outside was told; the receipt is its digest. */
  public static final EventKind NOTICE_RECEIPTED =
      proof("notice_receipted", List.of("notice", "receipt"));

  /** Data of a person was ordered to stay: all, or one record. */
  public static final EventKind LEGAL_HOLD_SET =
      evidence("legal_hold_set", List.of("hold", "record", "reference", "actor", "role"));

  /** What states which right a request is about. */
  static final List<String> STATING_A_RIGHT =
      List.of(RIGHT_REQUESTED.name(), REQUEST_IDENTIFIED.name());

  /** From when on a request needs nothing to stay. */
  static final List<String> ENDING_A_REQUEST =
      List.of(REQUEST_EXECUTED.name(), REQUEST_ANSWERED.name(), ACCESS_ANSWERED.name());

  /** What changes how a person's rights stand. */
  static final Set<String> OF_RIGHTS =
      Set.of(
          RIGHT_REQUESTED.name(),
          REQUEST_IDENTIFIED.name(),
          REQUEST_EXECUTED.name(),
          REQUEST_ANSWERED.name(),
          ACCESS_ANSWERED.name(),
          OBJECTION_RAISED.name(),
          OBJECTION_DECIDED.name(),
          RESTRICTION_SET.name(),
          LIFT_ANNOUNCED.name(),
          RESTRICTION_LIFTED.name(),
          CONTRACT_TIE_NOTED.name(),
          LEGAL_HOLD_SET.name());

  /** Personal data was removed from a text: how much of which type, never what. */
  static final EventKind TEXT_REDACTED = evidence("text_redacted", List.of("purpose", "found"));

  /** Somebody was shown a kept content. */
  static final EventKind CONTENT_OPENED =
      evidence(
          "content_opened",
          List.of("record", "kind", "operation", "purpose", "actor", "role", "authentication"));

  /** Somebody was refused an act in the controller's name. */
  static final EventKind ACTOR_REFUSED =
      evidence(
          "actor_refused",
          List.of("task", "purpose", "reasons", "actor", "role", "authentication", "register"));

  /** What a decision would have been; nobody got a permit. */
  static final EventKind DECISION_OBSERVED =
      evidence(
          "decision_observed",
          List.of(
              "operation",
              "purpose",
              "recipient",
              "outcome",
              "obligations",
              "reasons",
              "register"));

  /** An erasure was ordered. */
  public static final EventKind ERASURE_ORDERED =
      proof("erasure_ordered", List.of("order", "keys"));

  /** An erasure was completed. */
  public static final EventKind ERASURE_COMPLETED =
      proof("erasure_completed", List.of("order", "records", "statement"));

  /** Numbers were entered that must not be contacted. */
  static final EventKind CONTACT_BARRED =
      proof("contact_barred", List.of("entry", "scope", "numbers", "origin", "actor", "role"));

  /** Somebody of whom nothing is known may be called; never who. */
  static final EventKind DIAL_PERMITTED =
      proof("dial_permitted", List.of("permit", "purpose", "register"));

  /** The permit to call somebody of whom nothing is known was never handed out. */
  static final EventKind DIAL_NOT_DELIVERED = proof("dial_not_delivered", List.of("permit"));

  /** The numbers of a campaign were compared with the list. */
  static final EventKind CAMPAIGN_SCRUBBED =
      proof(
          "campaign_scrubbed",
          List.of("purpose", "callable", "barred", "invalid", "actor", "role"));

  /** People were looked up by something that they named. */
  static final EventKind PEOPLE_LOOKED_UP =
      proof("people_looked_up", List.of("term", "found", "actor", "role"));

  static final EventKind RECORDS_DISPOSED = proof("records_disposed", List.of("records", "ground"));

  /** Records went: how many of which class, on which ground, in words and by their digest. */
  static final EventKind DISPOSAL_CERTIFIED =
      proof("disposal_certified", List.of("records", "text", "statement"));

  static final EventKind EVIDENCE_ENDED = proof("evidence_ended", List.of("keys"));

  /** A breach, or what may be one, was reported. */
  public static final EventKind INCIDENT_REPORTED =
      proof(
          "incident_reported",
          List.of("incident", "source", "nature", "facts", "actor", "role", "register"));

  /** A breach was assessed: figures, never whose. */
  public static final EventKind INCIDENT_ASSESSED =
      proof(
          "incident_assessed",
          List.of(
              "incident",
              "scope",
              "exposure",
              "subjects",
              "erased",
              "calls",
              "records",
              "sealed",
              "laid_open",
              "purposes",
              "categories",
              "recipients",
              "controllers",
              "keys_safe",
              "effects",
              "measures",
              "actor",
              "role"));

  /** The list of the people whom a breach affects was opened. */
  public static final EventKind INCIDENT_PEOPLE_LISTED =
      proof("incident_people_listed", List.of("incident", "scope", "actor", "role"));

  /** Somebody was told of a breach. */
  public static final EventKind INCIDENT_TOLD =
      proof(
          "incident_told",
          List.of("incident", "duty", "addressee", "reference", "delay", "actor", "role"));

  /** A person decided that somebody need not be told of a breach. */
  public static final EventKind INCIDENT_WAIVED =
      proof("incident_waived", List.of("incident", "ground", "reason", "actor", "role"));

  /** The documentation of a breach was taken out. */
  public static final EventKind INCIDENT_EXPORTED =
      proof("incident_exported", List.of("incident", "digest", "actor", "role"));

  /** An incident was closed. */
  public static final EventKind INCIDENT_CLOSED =
      proof("incident_closed", List.of("incident", "lessons", "actor", "role"));

  /** An order to keep data ended. */
  static final EventKind LEGAL_HOLD_RELEASED =
      proof("legal_hold_released", List.of("hold", "actor", "role"));

  /** Somebody was refused an act in the controller's name that is about nobody in particular. */
  static final EventKind ACT_REFUSED =
      proof(
          "act_refused", List.of("task", "reasons", "actor", "role", "authentication", "register"));

  private Kinds() {}

  private static EventKind content(String name, List<String> fields) {
    return new EventKind(name, 1, KeyClass.CONTENT, fields);
  }

  private static EventKind evidence(String name, List<String> fields) {
    return new EventKind(name, 1, KeyClass.EVIDENCE, fields);
  }

  /** The first version told neither what was asked for nor at which offset of the call. */
  private static EventKind second(String name, List<String> fields) {
    return new EventKind(name, 2, KeyClass.EVIDENCE, fields);
  }

  /** The second version did not tell how sure the recogniser was. */
  private static EventKind third(String name, List<String> fields) {
    return new EventKind(name, 3, KeyClass.EVIDENCE, fields);
  }

  private static List<String> ofSpeaker(List<String> fields) {
    List<String> all = new ArrayList<>(List.of("speaker", "role"));
    all.addAll(fields);
    return all;
  }

  private static EventKind proof(String name, List<String> fields) {
    return new EventKind(name, 1, KeyClass.PROOF, fields);
  }
}
