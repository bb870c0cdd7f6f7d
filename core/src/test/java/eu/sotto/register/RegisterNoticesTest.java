package eu.sotto.register;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.notice.Notice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

class RegisterNoticesTest {
  private static final Locale AUSTRIAN = Locale.forLanguageTag("de-AT");

  private static Register register(List<Notice> notices) {
    RegisterBuilder builder =
        Parts.bare()
            .line(Parts.line("main", true, Parts.WELCOME))
            .purpose(Parts.quality())
            .retentionRule(Parts.threeMonths());
    notices.forEach(builder::notice);
    return builder.build();
  }

  private static Notice given(Register register, Locale language) {
    return register.notice(Parts.WELCOME, language).orElseThrow();
  }

  @Property(tries = 100)
  @Tag("R05")
  void theNewestVersionIsGivenInWhateverOrderTheyAreDeclared(@ForAll Random random) {
    List<Notice> notices =
        new ArrayList<>(
            List.of(
                Parts.welcome("9", Locale.GERMAN),
                Parts.welcome("9", Locale.ENGLISH),
                Parts.welcome("10", Locale.GERMAN),
                Parts.welcome("10", AUSTRIAN),
                Parts.welcome("9.5", Locale.GERMAN)));
    Collections.shuffle(notices, random);
    Register register = register(notices);
    assertThat(given(register, Locale.GERMAN)).isEqualTo(Parts.welcome("10", Locale.GERMAN));
    assertThat(given(register, AUSTRIAN)).isEqualTo(Parts.welcome("10", AUSTRIAN));
    assertThat(given(register, Locale.GERMANY).version()).isEqualTo("10");
    assertThat(given(register, Locale.ENGLISH))
        .as("an old translation is never given for a new notice")
        .isEqualTo(Parts.welcome("10", Locale.GERMAN));
  }

  @Example
  @Tag("R05")
  void everyVersionStaysReadable() {
    Register register =
        register(List.of(Parts.welcome("1", Locale.GERMAN), Parts.welcome("2", Locale.GERMAN)));
    assertThat(register.notice(Parts.WELCOME, "1", Locale.GERMAN))
        .contains(Parts.welcome("1", Locale.GERMAN));
    assertThat(register.notice(Parts.WELCOME, "3", Locale.GERMAN)).isEmpty();
    assertThat(register.notice(Parts.WELCOME, "1", Locale.ENGLISH)).isEmpty();
    assertThat(register.notices()).hasSize(2);
  }
}
