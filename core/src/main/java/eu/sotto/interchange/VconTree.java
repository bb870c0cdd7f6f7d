package eu.sotto.interchange;

import eu.sotto.consent.Method;
import eu.sotto.interchange.VconCall.ContentHash;
import eu.sotto.interchange.VconParts.Basis;
import eu.sotto.interchange.VconParts.Consent;
import eu.sotto.interchange.VconParts.Recording;
import eu.sotto.interchange.VconParts.Talk;
import eu.sotto.interchange.VconParts.Text;
import eu.sotto.register.LegalBasis;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Lays a call out as a vCon. Stateless. */
final class VconTree {
  private static final String LAWFUL_BASIS = "lawful_basis";
  private static final String TYPE = "type";
  private static final String START = "start";
  private static final String ENCODING = "encoding";
  private static final String JSON = "json";
  private static final String BODY = "body";
  private static final String PURPOSE = "purpose";
  private static final String MEDIA_TYPE = "mediatype";
  private static final double MILLIS = 1_000.0;

  private VconTree() {}

  static Map<String, Object> of(VconParts parts) {
    List<Map<String, Object>> dialogs = dialogs(parts.talk(), parts.recordings());
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("vcon", Vcon.VERSION);
    tree.put("uuid", parts.id().toString());
    tree.put("extensions", List.of(LAWFUL_BASIS));
    tree.put("created_at", parts.madeAt().toString());
    tree.put("parties", List.of(caller(parts.talk()), Map.of("name", parts.talk().host())));
    tree.put("dialog", dialogs);
    tree.put("analysis", parts.texts().stream().map(text -> text(text, dialogs.size())).toList());
    tree.put("attachments", List.of(attachment(parts.basis())));
    return tree;
  }

  private static Map<String, Object> caller(Talk talk) {
    Map<String, Object> tree = new LinkedHashMap<>();
    String party = talk.caller();
    if (party.startsWith("tel:")) {
      tree.put("tel", party);
    } else if (party.startsWith("id:sip")) {
      tree.put("sip", party.substring("id:".length()));
    }
    tree.put(TYPE, "data subject");
    return tree;
  }

  /** A call of which no audio is handed over still has its one dialog. */
  private static List<Map<String, Object>> dialogs(Talk talk, List<Recording> recordings) {
    List<Map<String, Object>> dialogs = new ArrayList<>();
    for (Recording recording : recordings) {
      Map<String, Object> dialog = dialog(talk);
      dialog.put("filename", "recording-" + recording.record());
      URI url = recording.url();
      if (url != null) {
        dialog.put("url", url.toString());
      }
      dialog.put("content_hash", ContentHash.text(recording.sha512().toArray()));
      dialogs.add(dialog);
    }
    if (dialogs.isEmpty()) {
      dialogs.add(dialog(talk));
    }
    return dialogs;
  }

  private static Map<String, Object> dialog(Talk talk) {
    Map<String, Object> dialog = new LinkedHashMap<>();
    dialog.put(TYPE, "recording");
    dialog.put(START, talk.start().toString());
    Instant end = talk.end();
    if (end != null && !end.isBefore(talk.start())) {
      dialog.put("duration", Duration.between(talk.start(), end).toMillis() / MILLIS);
    }
    dialog.put("parties", List.of(0, 1));
    dialog.put("originator", talk.inbound() ? 0 : 1);
    return dialog;
  }

  private static Map<String, Object> text(Text text, int dialogs) {
    Map<String, Object> label = new LinkedHashMap<>();
    label.put("aiGenerated", true);
    label.put("model", text.model().isEmpty() ? "not stated" : text.model());
    label.put("at", text.at().toString());
    label.put(
        "sentence",
        text.language().startsWith("de")
            ? "Mit künstlicher Intelligenz erstellt."
            : "Made with artificial intelligence.");
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("text", text.text());
    if (!text.language().isEmpty()) {
      body.put("language", text.language());
    }
    body.put("redacted", true);
    body.put("label", label);
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put(TYPE, text.type());
    tree.put("dialog", dialogs == 1 ? 0 : IntStream.range(0, dialogs).boxed().toList());
    tree.put("vendor", "Sotto");
    tree.put("schema", "sotto-text-1");
    tree.put(MEDIA_TYPE, "application/json");
    tree.put(ENCODING, JSON);
    tree.put(BODY, body);
    return tree;
  }

  /** Drafts before the attachment's type was renamed its purpose look for the old name. */
  private static Map<String, Object> attachment(Basis basis) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put(TYPE, LAWFUL_BASIS);
    tree.put(PURPOSE, LAWFUL_BASIS);
    tree.put(START, basis.since().toString());
    tree.put("party", basis.kind() == LegalBasis.CONSENT ? 0 : 1);
    tree.put("dialog", 0);
    tree.put(MEDIA_TYPE, "application/json");
    tree.put(ENCODING, JSON);
    tree.put(BODY, body(basis));
    return tree;
  }

  private static Map<String, Object> body(Basis basis) {
    Map<String, Object> grant = new LinkedHashMap<>();
    grant.put(PURPOSE, basis.purpose().value());
    grant.put("granted", true);
    grant.put("granted_at", basis.since().toString());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put(LAWFUL_BASIS, name(basis.kind()));
    body.put("expiration", basis.until().equals(Instant.MAX) ? null : basis.until().toString());
    body.put("purpose_grants", List.of(grant));
    Consent consent = basis.consent();
    body.put("proof_mechanisms", consent == null ? List.of() : proofs(consent));
    return body;
  }

  private static String name(LegalBasis basis) {
    return switch (basis) {
      case CONSENT -> "consent";
      case CONTRACT -> "contract";
      case LEGAL_DUTY -> "legal_obligation";
      case VITAL_INTERESTS -> "vital_interests";
      case LEGITIMATE_INTERESTS -> "legitimate_interests";
    };
  }

  private static List<Map<String, Object>> proofs(Consent consent) {
    List<Map<String, Object>> proofs = new ArrayList<>();
    if (consent.method() == Method.SPOKEN) {
      proofs.add(proof("verbal_confirmation", consent, Map.of("dialog_reference", 0)));
    }
    Map<String, Object> log = new LinkedHashMap<>();
    log.put("system", consent.proof().proof().checkpoint().origin());
    log.put("method", Fields.name(consent.method()));
    log.put("entry", consent.proof().id().toString());
    log.put("tlog_proof", consent.proof().text());
    proofs.add(proof("external_system", consent, log));
    return proofs;
  }

  private static Map<String, Object> proof(String type, Consent consent, Map<String, Object> data) {
    Map<String, Object> proof = new LinkedHashMap<>();
    proof.put("proof_type", type);
    proof.put("timestamp", consent.at().toString());
    proof.put("proof_data", data);
    return proof;
  }
}
