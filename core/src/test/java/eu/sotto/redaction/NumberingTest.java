package eu.sotto.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.vocabulary.Role;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NumberingTest {
  private final Numbering numbering = new Numbering();

  @Test
  void aPartOfANameIsTheSamePerson() {
    assertThat(person("SABINE WOLF")).isEqualTo(1);
    assertThat(person("WOLF")).isEqualTo(1);
    assertThat(person("SABINE")).isEqualTo(1);
    assertThat(person("WOLF SABINE")).isEqualTo(1);
  }

  @Test
  void aWholeNameAfterItsPartIsTheSamePerson() {
    assertThat(person("WOLF")).isEqualTo(1);
    assertThat(person("SABINE WOLF")).isEqualTo(1);
  }

  @Test
  void relativesWhoShareAFamilyNameAreTwo() {
    assertThat(person("MEHMET YILDIRIM")).isEqualTo(1);
    assertThat(person("AYSE YILDIRIM")).isEqualTo(2);
    assertThat(person("AYSE")).isEqualTo(2);
    assertThat(person("YILDIRIM")).isEqualTo(1);
  }

  @Test
  void eachTypeCountsForItself() {
    assertThat(numbering.of(PiiType.PHONE, "+4930")).isEqualTo(1);
    assertThat(numbering.of(PiiType.EMAIL, "a@example.com")).isEqualTo(1);
    assertThat(numbering.of(PiiType.PHONE, "+4931")).isEqualTo(2);
    assertThat(numbering.of(PiiType.PHONE, "+4930")).isEqualTo(1);
  }

  @Property(tries = 200)
  void aValueKeepsItsNumber(@ForAll @Size(max = 20) List<String> values) {
    Numbering fresh = new Numbering();
    List<Integer> once = values.stream().map(v -> fresh.of(PiiType.PERSON, v)).toList();

    assertThat(values.stream().map(v -> fresh.of(PiiType.PERSON, v)).toList()).isEqualTo(once);
  }

  @Test
  @Tag("R40")
  void aCallerHasOneNumberOverTheCall() {
    Transcript call =
        Transcript.of(
            Locale.GERMAN,
            List.of(
                Turn.of(Role.AGENT, "Wie ist Ihr Name?"),
                Turn.of(Role.CALLER, "mein name ist sabine wolf"),
                Turn.of(Role.AGENT, "Danke, Frau Wolf.")));

    RedactionPolicy numbered = RedactionPolicy.identifiers().with(Operator.NUMBER);

    assertThat(Redactor.of(numbered).redact(call).transcript().text())
        .contains("name ist [PERSON_1]", "Frau [PERSON_1].")
        .doesNotContain("PERSON_2");
  }

  private int person(String name) {
    return numbering.of(PiiType.PERSON, name);
  }
}
