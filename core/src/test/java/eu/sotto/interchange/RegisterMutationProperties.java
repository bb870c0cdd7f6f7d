package eu.sotto.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.register.Problem;
import eu.sotto.register.Register;
import eu.sotto.register.RegisterException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A changed register is either a register or refused with the place of each problem. */
class RegisterMutationProperties {
  private static final String EXAMPLE = Registers.exampleText();

  @Property(tries = 1_500)
  void oneChangeGivesARegisterOrOneTypedErrorWithItsPlace(@ForAll("randoms") Random random) {
    readable(Mutation.of(EXAMPLE, random));
  }

  @Property(tries = 300)
  void twoChangesGiveARegisterOrOneTypedErrorWithItsPlace(@ForAll("randoms") Random random) {
    readable(Mutation.of(Mutation.of(EXAMPLE, random), random));
  }

  @Example
  void everySingleDeletionGivesARegisterOrOneTypedErrorWithItsPlace() {
    List<String> documents = Mutation.deletions(EXAMPLE);
    assertThat(documents).hasSizeGreaterThan(150);
    long accepted = documents.stream().filter(d -> readable(d).isPresent()).count();
    assertThat(accepted).isBetween(1L, documents.size() / 2L);
  }

  @Property(tries = 400)
  void aDocumentCutAnywhereIsRefusedWithItsPlace(@ForAll("randoms") Random random) {
    int end = random.nextInt(EXAMPLE.stripTrailing().length());
    assertThat(readable(EXAMPLE.substring(0, end))).isEmpty();
  }

  @Property(tries = 400)
  void changedBytesNeverGiveAnotherException(@ForAll("randoms") Random random) {
    byte[] bytes = EXAMPLE.getBytes(StandardCharsets.UTF_8);
    for (int i = random.nextInt(3); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    readable(bytes);
  }

  @Provide
  Arbitrary<Random> randoms() {
    return Arbitraries.randoms();
  }

  private static Optional<Register> readable(String document) {
    return readable(document.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<Register> readable(byte[] document) {
    try {
      Register register = Registers.read(document);
      assertThat(Registers.read(RegisterJson.write(register))).isEqualTo(register);
      return Optional.of(register);
    } catch (RegisterException e) {
      assertThat(e.problems()).isNotEmpty();
      for (Problem problem : e.problems()) {
        assertThat(problem.path()).startsWith("$");
        assertThat(problem.position()).isNotNull();
        assertThat(problem.message()).isNotBlank();
      }
      assertThat(e).hasMessageStartingWith("register.json:").hasNoCause();
      return Optional.empty();
    }
  }
}
