package eu.sotto.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.register.Register;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RegisterRoundTripProperties {
  @Property(tries = 200)
  void readingWhatWasWrittenGivesTheSameRegister(@ForAll("registers") Register register) {
    String written = RegisterJson.write(register);
    Register again = Registers.read(written);
    assertThat(again.version()).isEqualTo(register.version());
    assertThat(again.controller()).isEqualTo(register.controller());
    assertThat(again.dataProtectionOfficer()).isEqualTo(register.dataProtectionOfficer());
    assertThat(again.supervisoryAuthority()).isEqualTo(register.supervisoryAuthority());
    assertThat(again.zone()).isEqualTo(register.zone());
    assertThat(again.defaultRegion()).isEqualTo(register.defaultRegion());
    assertThat(again.defaultLanguage()).isEqualTo(register.defaultLanguage());
    assertThat(again.forbidden()).isEqualTo(register.forbidden());
    assertThat(again.forbiddenRecipients()).isEqualTo(register.forbiddenRecipients());
    assertThat(again.roles()).isEqualTo(register.roles());
    assertThat(again.furtherUses()).isEqualTo(register.furtherUses());
    assertThat(again.onlyInEea()).isEqualTo(register.onlyInEea());
    assertThat(again.lines()).isEqualTo(register.lines());
    assertThat(again.notices()).isEqualTo(register.notices());
    assertThat(again.purposes()).isEqualTo(register.purposes());
    assertThat(again.recipients()).isEqualTo(register.recipients());
    assertThat(again.retentionPolicy().rules()).isEqualTo(register.retentionPolicy().rules());
    assertThat(again.warnings()).isEqualTo(register.warnings());
    assertThat(RegisterJson.write(again)).isEqualTo(written);
  }

  @Provide
  Arbitrary<Register> registers() {
    return AnyRegister.registers();
  }
}
