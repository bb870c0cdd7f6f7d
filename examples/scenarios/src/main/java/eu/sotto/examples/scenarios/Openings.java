package eu.sotto.examples.scenarios;

import static eu.sotto.examples.scenarios.Checks.must;

import eu.sotto.Call;
import eu.sotto.permit.ContentPermit;
import eu.sotto.permit.Reason;
import eu.sotto.permit.ReasonCode;
import eu.sotto.records.Opened;
import eu.sotto.records.RecordEntry;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Authentication;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Shows who sees a kept content, and who does not. Stateless. */
final class Openings {
  private Openings() {}

  /** Opened by a role that needs it with two factors; refused to another role and to one factor. */
  static String byRole(Stage stage, Call call, ContentPermit permit, String role, String other)
      throws IOException {
    RecordEntry entry = call.records().get(0);
    Actor weak = Stage.actor(role).authenticatedBy(Authentication.ONE_FACTOR);
    String oneFactor =
        refused(call.open(entry.id(), permit, weak), ReasonCode.AUTHENTICATION_TOO_WEAK);
    String elsewhere =
        refused(call.open(entry.id(), permit, Stage.actor(other)), ReasonCode.ROLE_WITHOUT_PURPOSE);
    AccessFolder refusals = stage.access(call);
    String refused = refusals.event("actor_refused", Map.of("role", other));
    Opened opened = call.open(entry.id(), permit, Stage.actor(role));
    must(!content(opened).isEmpty(), "nothing is shown");
    return stage.access(call).event("content_opened", Map.of("role", role))
        + " by "
        + role
        + "; with one factor: "
        + oneFactor
        + "; by "
        + other
        + ": "
        + elsewhere
        + ", "
        + refused;
  }

  /** The refusal in words, if the content was refused for this reason among others. */
  static String refused(Opened opened, ReasonCode why) {
    List<Reason> reasons = opened.fold(shown -> List.of(), found -> found);
    return reasons.stream()
        .filter(reason -> reason.code() == why)
        .map(reason -> "not opened: " + reason.sentence(Locale.ENGLISH))
        .findFirst()
        .orElseThrow(
            () ->
                new NotShown(
                    "instead of " + why + ": " + reasons.stream().map(Reason::code).toList()));
  }

  private static String content(Opened opened) throws IOException {
    if (opened instanceof Opened.Shown shown) {
      try (InputStream in = Channels.newInputStream(shown.content())) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
    throw new NotShown("not opened: " + ((Opened.Refused) opened).reasons());
  }
}
