package eu.sotto.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.sotto.permit.Operation;
import eu.sotto.vocabulary.PurposeId;
import java.time.Period;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ContactTest {
  private static final PurposeId CALLS = PurposeId.of("calls");

  private static RegisterBuilder contacting(Ground ground, Operation<?>... operations) {
    return Parts.recording().purpose(Parts.purpose("calls", ground, Parts.scope(operations)));
  }

  private static RegisterBuilder contacting(LegalBasis basis) {
    return contacting(Ground.of(basis), Operation.CONTACT);
  }

  private static void refused(RegisterBuilder builder, String... problems) {
    RegisterException e = catchThrowableOfType(RegisterException.class, builder::build);
    assertThat(e).isNotNull();
    assertThat(e.problems()).extracting(Problem::toString).contains(problems);
  }

  @Test
  @Tag("R26")
  void aPurposeOfWhichNothingIsSaidIsAdvertising() {
    Register register = contacting(LegalBasis.CONTRACT).build();
    assertThat(register.contactKind(CALLS)).isEqualTo(ContactKind.ADVERTISING);
    assertThat(register.contactKind(PurposeId.of("nobody"))).isEqualTo(ContactKind.ADVERTISING);
    Register declared =
        contacting(LegalBasis.CONTRACT).contact(new Contact(CALLS, ContactKind.CONTRACT)).build();
    assertThat(declared.contactKind(CALLS)).isEqualTo(ContactKind.CONTRACT);
    assertThat(declared.version()).isNotEqualTo(register.version());
  }

  @Test
  @Tag("R26")
  void aDutyNeedsALawAndAContractualNoticeAContract() {
    String path = "$.contact[0].kind: calls has a legal basis that does not carry";
    for (LegalBasis basis : LegalBasis.values()) {
      Ground ground =
          basis == LegalBasis.CONSENT
              ? Ground.consent(Validity.of(Period.ofYears(1)))
              : Ground.of(basis);
      boolean law = basis == LegalBasis.LEGAL_DUTY || basis == LegalBasis.VITAL_INTERESTS;
      for (ContactKind kind : ContactKind.values()) {
        boolean carried =
            switch (kind) {
              case ADVERTISING -> true;
              case CONTRACT -> basis == LegalBasis.CONTRACT;
              case DUTY -> law;
              case REQUESTED -> !law;
            };
        RegisterException e =
            catchThrowableOfType(
                RegisterException.class,
                () ->
                    contacting(ground, Operation.CONTACT)
                        .contact(new Contact(CALLS, kind))
                        .build());
        boolean refused =
            e != null && e.problems().stream().anyMatch(p -> p.toString().startsWith(path));
        assertThat(refused).as("%s on %s", kind, basis).isEqualTo(!carried);
      }
    }
  }

  @Test
  void whatContradictsTheRestOfTheRegisterIsRefused() {
    refused(
        contacting(LegalBasis.CONTRACT)
            .contact(new Contact(PurposeId.of("nobody"), ContactKind.DUTY)),
        "$.contact[0].purpose: unknown purpose nobody");
    refused(
        contacting(Ground.of(LegalBasis.CONTRACT), Operation.SUMMARISE)
            .contact(new Contact(CALLS, ContactKind.CONTRACT)),
        "$.contact[0].purpose: calls contacts nobody");
    refused(
        contacting(LegalBasis.CONTRACT)
            .contact(new Contact(CALLS, ContactKind.CONTRACT))
            .contact(new Contact(CALLS, ContactKind.ADVERTISING)),
        "$.contact[1]: declared twice");
    Ground advertising =
        Ground.consent(Validity.of(Period.ofYears(1)), Set.of(ConsentMark.TELEPHONE_ADVERTISING));
    refused(
        contacting(advertising, Operation.CONTACT)
            .contact(new Contact(CALLS, ContactKind.REQUESTED)),
        "$.contact[0].kind: calls is advertising by telephone");
  }
}
