package eu.sotto.rights.running;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.consent.Capacity;
import eu.sotto.consent.Method;
import eu.sotto.crypto.Bytes;
import eu.sotto.interchange.RegisterJson;
import eu.sotto.ledger.Appended;
import eu.sotto.ledger.ChainHead;
import eu.sotto.ledger.EventKind;
import eu.sotto.ledger.Hash;
import eu.sotto.ledger.KeyClass;
import eu.sotto.ledger.LeafId;
import eu.sotto.ledger.Recorded;
import eu.sotto.notice.NoticePart;
import eu.sotto.oversight.Involvement;
import eu.sotto.oversight.Review;
import eu.sotto.oversight.SideEffect;
import eu.sotto.oversight.Telling;
import eu.sotto.permit.Obligation;
import eu.sotto.permit.Operation;
import eu.sotto.permit.ReasonCode;
import eu.sotto.permit.granted.Ending;
import eu.sotto.records.RecordKind;
import eu.sotto.redaction.PiiType;
import eu.sotto.register.Channel;
import eu.sotto.register.Register;
import eu.sotto.register.Task;
import eu.sotto.session.CaseEvents;
import eu.sotto.session.Kinds;
import eu.sotto.vocabulary.Authentication;
import eu.sotto.vocabulary.ContactScope;
import eu.sotto.vocabulary.IdentityLevel;
import eu.sotto.vocabulary.RestrictionGround;
import eu.sotto.vocabulary.Right;
import eu.sotto.vocabulary.Role;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each entry that a person may be shown is a sentence, whatever value its fields have. */
class EventSentenceTest {
  private static final Register REGISTER = register();

  private static Register register() {
    try (InputStream in =
        EventSentenceTest.class.getResourceAsStream("/eu/sotto/register-example.json")) {
      return RegisterJson.read(in, "register");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every kind of entry that is sealed under a key of a person's. */
  private static List<EventKind> kinds() throws IllegalAccessException {
    List<EventKind> all = new ArrayList<>();
    for (Class<?> home : List.of(Kinds.class, CaseEvents.class)) {
      for (Field field : home.getDeclaredFields()) {
        field.setAccessible(true);
        if (field.getType() == EventKind.class
            && ((EventKind) field.get(null)).keyClass() != KeyClass.PROOF) {
          all.add((EventKind) field.get(null));
        }
      }
    }
    return all;
  }

  private static Stream<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name);
  }

  private static Stream<String> values(String kind, String field) {
    return switch (field) {
      case "parts" -> names(NoticePart.values());
      case "obligations" -> names(Obligation.values());
      case "reasons" -> names(ReasonCode.values());
      case "operation", "operations" -> Operation.all().stream().map(Operation::name);
      case "found", "dropped" -> names(PiiType.values()).map(type -> type + "=2");
      case "kinds" ->
          names(PiiType.values()).map(type -> type.toLowerCase(Locale.ROOT).replace('_', '-'));
      case "kind" -> names(RecordKind.values());
      case "method" -> Stream.concat(names(Method.values()), Stream.of("call-back"));
      case "capacity" -> names(Capacity.values());
      case "role" -> kind.startsWith("speaker") ? names(Role.values()) : Stream.of("clerk");
      case "right" -> names(Right.values());
      case "level" -> names(IdentityLevel.values());
      case "task" -> names(Task.values()).map(task -> task.toLowerCase(Locale.ROOT));
      case "authentication" -> names(Authentication.values());
      case "involvement" -> names(Involvement.values());
      case "ground" -> names(RestrictionGround.values());
      case "channel" -> names(Channel.values());
      case "scope" -> names(ContactScope.values());
      case "cause" -> names(Review.Cause.values());
      case "about" -> names(Telling.About.values());
      case "effect" -> names(SideEffect.Kind.values());
      case "outcome" ->
          kind.equals("decision_observed")
              ? names(eu.sotto.purpose.Outcome.values())
              : Stream.of("given", "refused", "unclear", "not-valid", "upheld", "overridden");
      case "detail" -> Stream.concat(names(ReasonCode.values()), Stream.of("2", "Ein Weg."));
      case "why" ->
          kind.equals("recording_stopped") ? names(Ending.values()) : names(ReasonCode.values());
      case "played_ms", "offset_ms" -> Stream.of("0", "12345");
      case "marketing", "presumed" -> Stream.of("true", "false");
      case "until", "day" -> Stream.of("2026-12-01");
      case "language" -> Stream.of("de", "en");
      case "confidence" -> Stream.of("0.93");
      default -> Stream.of("etwas");
    };
  }

  private static Recorded event(EventKind kind, String field, String value) {
    Hash nothing = new Hash(Bytes.of(new byte[32]));
    Instant at = Instant.parse("2026-11-02T09:00:00Z");
    return new Recorded(
        new Appended(
            new LeafId(Bytes.of(new byte[16])), 0, at, new ChainHead(kind.keyClass(), 1, nothing)),
        kind.name(),
        kind.version(),
        at,
        Map.of(field, value));
  }

  private static String sentence(Recorded event, Locale language) {
    Tongue in = Tongue.of(language, REGISTER.zone());
    return new EventSentence(new FieldWords(in, REGISTER)).of(event);
  }

  @Test
  void noKindAndNoValueOfAnyFieldStandsThereAsACode() throws IllegalAccessException {
    int seen = 0;
    for (EventKind kind : kinds()) {
      for (String field : kind.fields()) {
        for (String value : values(kind.name(), field).toList()) {
          for (Locale language : List.of(Locale.GERMAN, Locale.ENGLISH)) {
            String said = sentence(event(kind, field, value), language);
            assertThat(Codes.in(said)).as(said).isEmpty();
            assertThat(said).doesNotContain(kind.name() + " ", "_");
            seen++;
          }
        }
      }
    }
    assertThat(kinds()).hasSizeGreaterThan(50);
    assertThat(seen).isGreaterThan(1_000);
    assertThat(Codes.known()).isGreaterThan(250);
  }

  @Test
  void everyFieldHasAGermanLabelOrIsNotShown() throws IllegalAccessException {
    for (EventKind kind : kinds()) {
      for (String field : kind.fields()) {
        for (String value : values(kind.name(), field).limit(1).toList()) {
          String german = sentence(event(kind, field, value), Locale.GERMAN);
          String english = sentence(event(kind, field, value), Locale.ENGLISH);
          assertThat(german.contains("("))
              .as(kind.name() + "." + field)
              .isEqualTo(english.contains("("));
          if (german.contains("(") && !field.equals("format")) {
            assertThat(german).doesNotContain("(" + field + ":");
          }
        }
      }
    }
  }

  @Test
  void anOperationIsNamedInTheLanguageOfTheReader() {
    Tongue german = Tongue.of(Locale.GERMANY, REGISTER.zone());
    for (Operation<?> one : Operation.all()) {
      assertThat(CallWords.operation(one.name(), german)).isNotEqualTo(one.name());
      assertThat(CallWords.operation(one.name(), Tongue.of(Locale.ENGLISH, REGISTER.zone())))
          .doesNotContain("-");
    }
  }
}
