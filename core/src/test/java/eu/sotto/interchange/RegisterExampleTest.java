package eu.sotto.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.notice.Notice;
import eu.sotto.notice.NoticePart;
import eu.sotto.notice.Reply;
import eu.sotto.permit.Operation;
import eu.sotto.register.LegalBasis;
import eu.sotto.register.Purpose;
import eu.sotto.register.Register;
import eu.sotto.retention.RetentionClass;
import eu.sotto.vocabulary.NoticeId;
import eu.sotto.vocabulary.PurposeId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RegisterExampleTest {
  private static final NoticeId WELCOME = NoticeId.of("welcome");
  private static final PurposeId QUALITY = PurposeId.of("quality");

  private final Register register = Registers.example();

  @Test
  @Tag("R20")
  @Tag("R21")
  void everyPurposeIsDeclaredWithItsBasisOperationsAndRetention() {
    Purpose quality = register.purpose(QUALITY).orElseThrow();
    assertThat(quality.basis()).isEqualTo(LegalBasis.CONSENT);
    assertThat(quality.operations())
        .containsExactlyInAnyOrder(Operation.RECORD, Operation.TRANSCRIBE, Operation.ANALYSE);
    assertThat(quality.retentionClass()).contains(RetentionClass.ofCalls("recording"));
    assertThat(quality.redact()).isTrue();
    assertThat(register.purpose(PurposeId.of("appointment")).map(Purpose::basis))
        .contains(LegalBasis.CONTRACT);
    assertThat(register.purpose(PurposeId.of("advertising"))).isEmpty();
    assertThat(register.forbidden())
        .containsExactlyInAnyOrder(Operation.TRAIN, Operation.INFER_EMOTION);
    assertThat(register.warnings()).isEmpty();
  }

  @Test
  @Tag("R05")
  void noticesComeInTheLanguageWishedForOrElseInTheDefaultLanguage() {
    assertThat(register.notice(WELCOME, Locale.ENGLISH).map(Notice::language))
        .contains(Locale.ENGLISH);
    assertThat(register.notice(WELCOME, Locale.UK).map(Notice::language)).contains(Locale.ENGLISH);
    assertThat(register.notice(WELCOME, Locale.JAPANESE).map(Notice::language))
        .contains(Locale.GERMAN);
    assertThat(register.notice(NoticeId.of("farewell"), Locale.GERMAN)).isEmpty();
  }

  @Test
  void theNoticeDiscloseAnnouncesAsksAndTellsHowToRefuseAndWithdraw() {
    Notice welcome = register.notice(WELCOME, Locale.GERMAN).orElseThrow();
    assertThat(welcome.parts())
        .contains(
            NoticePart.AI_DISCLOSURE,
            NoticePart.RECORDING,
            NoticePart.WITHDRAWAL,
            NoticePart.REFUSAL);
    assertThat(welcome.question(QUALITY).orElseThrow().keys())
        .containsEntry('1', Reply.GIVEN)
        .containsEntry('2', Reply.REFUSED);
    assertThat(welcome.wordingHash()).hasSize(64);
  }

  @Test
  void theExampleOfTheQuickstartIsTheOneThatIsTested() throws IOException {
    Path quickstart = Path.of("..", "examples", "quickstart", "src/main/resources/register.json");
    assertThat(Files.readString(quickstart)).isEqualTo(Registers.exampleText());
  }

  @Test
  void readingWhatWasWrittenGivesTheSameRegister() {
    String written = RegisterJson.write(register);
    Register again = Registers.read(written);
    assertThat(again).isEqualTo(register);
    assertThat(again.purposes()).isEqualTo(register.purposes());
    assertThat(again.notices()).isEqualTo(register.notices());
    assertThat(RegisterJson.write(again)).isEqualTo(written);
  }
}
