package eu.sotto.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sotto.vocabulary.Identity;
import eu.sotto.vocabulary.IdentityLevel;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.Right;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** On what terms rights are exercised, and what a register must not say of them. */
class RightsTermsTest {
  private static final Map<String, IdentityLevel> METHODS =
      Map.of("call-back", IdentityLevel.CONFIRMED);

  private static void refused(RightsTerms terms, String message) {
    RegisterBuilder builder =
        Register.builder()
            .controller(new Controller("Praxis", "Straße 1", "praxis@example"))
            .supervisoryAuthority(new ContactPoint("Behörde", "behoerde@example"))
            .rights(terms);
    assertThatThrownBy(builder::build)
        .isInstanceOf(RegisterException.class)
        .hasMessageContaining(message);
  }

  private static RightsTerms levels(
      Map<String, IdentityLevel> methods, Right right, IdentityLevel level) {
    return new RightsTerms(methods, Map.of(right, level), Set.of(), Map.of());
  }

  @Test
  @Tag("R71")
  void aWithdrawalAndAnObjectionMustDemandNoMoreThanTheNumber() {
    for (Right right : Set.of(Right.WITHDRAWAL, Right.OBJECTION)) {
      refused(levels(METHODS, right, IdentityLevel.CONFIRMED), "acts at once on the number given");
    }
  }

  @Test
  @Tag("R71")
  void whatDisclosesOrChangesMustDemandMoreThanTheNumber() {
    for (Right right :
        Set.of(Right.ACCESS, Right.PORTABILITY, Right.RECTIFICATION, Right.ERASURE)) {
      refused(levels(METHODS, right, IdentityLevel.NUMBER), "less than a confirmed identity");
    }
  }

  @Test
  void aLevelThatNoMethodReachesIsRefused() {
    refused(levels(METHODS, Right.ERASURE, IdentityLevel.PROVEN), "no declared method reaches");
    refused(levels(Map.of(), Right.ERASURE, IdentityLevel.PROVEN), "no declared method reaches");
  }

  @Test
  void purposesThatAreNotDeclaredAreRefused() {
    PurposeId nobody = PurposeId.of("nobody");
    refused(
        new RightsTerms(Map.of(), Map.of(), Set.of(nobody), Map.of()), "unknown purpose nobody");
    refused(
        new RightsTerms(Map.of(), Map.of(), Set.of(), Map.of(nobody, DespiteRestriction.CLAIMS)),
        "unknown purpose nobody");
  }

  @Test
  @Tag("R71")
  void onceOneMethodIsDeclaredAllOthersProveTheNumberOnly() {
    RightsTerms terms = new RightsTerms(METHODS, Map.of(), Set.of(), Map.of());

    assertThat(terms.reached(Identity.verified("call-back"))).isEqualTo(IdentityLevel.CONFIRMED);
    assertThat(terms.reached(Identity.verified("guess"))).isEqualTo(IdentityLevel.NUMBER);
    assertThat(RightsTerms.NONE.reached(Identity.verified("guess")))
        .isEqualTo(IdentityLevel.CONFIRMED);
    assertThat(terms.demanded(Right.WITHDRAWAL)).isEqualTo(IdentityLevel.NUMBER);
    assertThat(terms.demanded(Right.ACCESS)).isEqualTo(IdentityLevel.CONFIRMED);
  }
}
