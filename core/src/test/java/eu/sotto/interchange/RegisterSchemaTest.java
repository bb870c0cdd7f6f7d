package eu.sotto.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import eu.sotto.notice.NoticePart;
import eu.sotto.notice.Reply;
import eu.sotto.permit.Operation;
import eu.sotto.redaction.PiiType;
import eu.sotto.register.AutomatedDecision;
import eu.sotto.register.Channel;
import eu.sotto.register.ConsentMark;
import eu.sotto.register.ContactKind;
import eu.sotto.register.DespiteRestriction;
import eu.sotto.register.Direction;
import eu.sotto.register.IncidentPlan;
import eu.sotto.register.KeepGround;
import eu.sotto.register.LegalBasis;
import eu.sotto.register.OnWithdrawal;
import eu.sotto.register.PurposeRole;
import eu.sotto.register.RecipientRole;
import eu.sotto.register.RecurringReview;
import eu.sotto.register.Register;
import eu.sotto.register.RegisterException;
import eu.sotto.register.Standing;
import eu.sotto.register.Task;
import eu.sotto.register.TransferMechanism;
import eu.sotto.retention.DisposalMethod;
import eu.sotto.retention.Material;
import eu.sotto.retention.RuleKind;
import eu.sotto.vocabulary.Authentication;
import eu.sotto.vocabulary.IdentityLevel;
import eu.sotto.vocabulary.Right;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RegisterSchemaTest {
  private static final String TEXT = schemaText();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(TEXT);
  private static final JsonNode TREE = JsonMapper.builder().build().readTree(TEXT);

  private static String schemaText() {
    try (InputStream in =
        RegisterJson.class.getResourceAsStream("/eu/sotto/register.schema.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean accepts(String document) {
    return SCHEMA.validate(document, InputFormat.JSON).isEmpty();
  }

  @Test
  void theExampleFollowsTheSchema() {
    assertThat(SCHEMA.validate(Registers.exampleText(), InputFormat.JSON)).isEmpty();
  }

  @Test
  void theSchemaIsItselfAValidDocumentOfItsDialectAndNamesTheFormat() {
    assertThat(TREE.at("/$schema").asString())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(TREE.at("/$id").asString()).isEqualTo(RegisterJson.SCHEMA);
    Schema meta =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    assertThat(meta.validate(TEXT, InputFormat.JSON)).isEmpty();
  }

  @Test
  void everyChoiceOfTheSchemaIsAChoiceOfTheReader() {
    assertThat(choices("/$defs/operation/enum"))
        .containsExactlyInAnyOrderElementsOf(
            Operation.all().stream().map(Operation::name).toList());
    assertChoices("/$defs/line/properties/channel/enum", Channel.values());
    assertChoices("/$defs/line/properties/direction/enum", Direction.values());
    assertChoices("/$defs/parts/items/enum", NoticePart.values());
    assertChoices("/$defs/question/properties/keys/additionalProperties/enum", Reply.values());
    assertChoices("/$defs/purpose/properties/role/enum", PurposeRole.values());
    assertChoices("/$defs/purpose/properties/legalBasis/enum", LegalBasis.values());
    assertChoices("/$defs/purpose/properties/onWithdrawal/enum", OnWithdrawal.values());
    assertChoices("/$defs/purpose/properties/keptOn/enum", KeepGround.values());
    assertChoices("/$defs/purpose/properties/consentMarks/items/enum", ConsentMark.values());
    assertThat(choices("/$defs/intakeField/properties/type/enum"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(PiiType.values())
                .filter(type -> type != PiiType.UNJUDGED)
                .map(Fields::name)
                .toList());
    assertChoices("/$defs/standing/properties/authority/enum", Standing.Authority.values());
    assertChoices("/$defs/standing/properties/legalBasis/enum", LegalBasis.values());
    assertChoices("/$defs/contact/properties/kind/enum", ContactKind.values());
    assertChoices("/$defs/role/properties/tasks/items/enum", Task.values());
    assertChoices("/$defs/role/properties/authentication/enum", Authentication.values());
    assertThat(choices("/$defs/role/if/properties/tasks/contains/enum"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Task.values()).filter(Task::boundToPurpose).map(Fields::name).toList());
    assertChoices("/$defs/recipient/properties/role/enum", RecipientRole.values());
    assertChoices(
        "/$defs/recipient/properties/transfer/properties/mechanism/enum",
        TransferMechanism.values());
    assertChoices(
        "/$defs/incidentPlan/properties/functions/items/properties/tasks/items/enum",
        IncidentPlan.Task.values());
    String decision = "/$defs/automatedDecision/properties/";
    assertChoices(decision + "effect/enum", AutomatedDecision.Effect.values());
    assertChoices(decision + "door/properties/kind/enum", AutomatedDecision.Door.Article.values());
    assertChoices(
        decision + "special/properties/kind/enum",
        AutomatedDecision.SpecialDoor.Exemption.values());
    assertChoices("/$defs/recurringReview/properties/topic/enum", RecurringReview.Topic.values());
    assertChoices("/$defs/retentionClass/properties/material/enum", Material.values());
    assertChoices("/$defs/identityLevel/enum", IdentityLevel.values());
    assertChoices("/$defs/rights/properties/identityLevels/propertyNames/enum", Right.values());
    assertChoices(
        "/$defs/rights/properties/despiteRestriction/additionalProperties/enum",
        DespiteRestriction.values());
    assertChoices("/$defs/rule/properties/kind/enum", RuleKind.values());
    assertChoices("/$defs/rule/properties/disposal/enum", DisposalMethod.values());
  }

  private static void assertChoices(String pointer, Enum<?>[] constants) {
    assertThat(choices(pointer))
        .as(pointer)
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(constants).map(Fields::name).toList());
  }

  private static List<String> choices(String pointer) {
    return TREE.at(pointer).valueStream().map(JsonNode::asString).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "\"legalBasis\": \"consent\"|\"legalBasis\": \"because\"",
        "\"consentValidFor\": \"P1Y\",|",
        "\"role\": \"controller\"|\"role\": \"processor\"",
        "\"retentionClass\": \"recording\"|\"transientOnly\": false",
        "\"country\": \"DE\"|\"country\": \"Germany\"",
        "\"withdrawal\", \"refusal\"]|\"refusal\"]",
        "\"backstop\": \"P3M\", |",
        "\"term\": \"P6M\", |",
        "\"ai\": true|\"ai\": \"true\"",
        "\"version\": \"1\"|\"version\": 1",
        "\"1\": \"given\"|\"E\": \"given\"",
        "\"contact\": \"dsb@praxis.example\"|\"phone\": \"none\"",
        "\"timeZone\": \"Europe/Berlin\",|",
        "[\"assess\", \"notify-authority\", \"notify-persons\"]|[]",
        "\"personsWithin\": \"PT48H\"|\"personsWithin\": \"P2D\"",
        "\"review\": \"2027-08-20\"|\"review\": \"next year\"",
        "[\"quality\", \"appointment\"]|[]"
      })
  void whatTheSchemaRefusesTheReaderRefuses(String original, String broken) {
    String document = Registers.exampleText().replace(original, broken == null ? "" : broken);
    assertThat(document).isNotEqualTo(Registers.exampleText());
    assertThat(accepts(document)).isFalse();
    assertThatThrownBy(() -> Registers.read(document)).isInstanceOf(RegisterException.class);
  }

  @Property(tries = 60)
  void whatIsWrittenFollowsTheSchema(@ForAll("registers") Register register) {
    assertThat(SCHEMA.validate(RegisterJson.write(register), InputFormat.JSON)).isEmpty();
  }

  @Provide
  Arbitrary<Register> registers() {
    return AnyRegister.registers();
  }

  @Property(tries = 300)
  void theSchemaRefusesNothingThatTheReaderTakes(@ForAll("mutations") String document) {
    try {
      Registers.read(document);
    } catch (RegisterException e) {
      return;
    }
    assertThat(SCHEMA.validate(document, InputFormat.JSON)).isEmpty();
  }

  @Provide
  Arbitrary<String> mutations() {
    return Arbitraries.randoms().map(r -> Mutation.of(Registers.exampleText(), r));
  }
}
