package eu.sotto.rights.running;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.rights.running.Page.Listing;
import eu.sotto.rights.running.Page.Prose;
import eu.sotto.rights.running.Page.Section;
import eu.sotto.rights.running.Page.Table;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** A page shows every text as it is and lets none of them act. */
class PageProperties {
  private static final String HOSTILE =
      "<script>alert(1)</script>&amp;]]><!-- \"'`${x}{{y}}\u202e\u2066\u0000\u0007\r\ufffe\ud800";

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "<script>",
            "</td>",
            "</style>",
            "\"",
            "'",
            "&lt;",
            "]]>",
            "<!--",
            "\u202e",
            "\u2069",
            "\u200f",
            "\u0000",
            "\r\n",
            "\ud83d\ude00",
            "\udc00",
            "Müller",
            HOSTILE);
    return Arbitraries.oneOf(pieces.list().ofMaxSize(5).map(p -> String.join("", p)), any());
  }

  private static Arbitrary<String> any() {
    return Arbitraries.strings().ofMaxLength(20);
  }

  private static Page page(List<String> t) {
    return new Page(
        Locale.ENGLISH,
        t.get(0),
        List.of(
            Section.of(
                t.get(1),
                new Prose(t.get(2)),
                new Listing(List.of(t.get(3))),
                new Table(List.of(t.get(4), "b"), List.of(List.of(t.get(5), t.get(0)))))));
  }

  private static Document parse(String html) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> texts(Document page, String element) {
    NodeList found = page.getElementsByTagName(element);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }

  @Property(tries = 300)
  void everyTextIsShownAndNoneBecomesMarkup(
      @ForAll("texts") String a, @ForAll("texts") String b, @ForAll("texts") String c)
      throws Exception {
    List<String> all = List.of(a, b, c, b, a, c);
    List<String> shown = all.stream().map(VisibleText::of).toList();

    String html = PageHtml.of(page(all));
    Document parsed = parse(html);

    assertThat(texts(parsed, "title")).containsExactly(shown.get(0));
    assertThat(texts(parsed, "h1")).containsExactly(shown.get(0));
    assertThat(texts(parsed, "h2")).containsExactly(shown.get(1));
    assertThat(texts(parsed, "p")).containsExactly(shown.get(2));
    assertThat(texts(parsed, "li")).containsExactly(shown.get(3));
    assertThat(texts(parsed, "th")).containsExactly(shown.get(4), "b");
    assertThat(texts(parsed, "td")).containsExactly(shown.get(5), shown.get(0));
    assertThat(parsed.getElementsByTagName("script").getLength()).isZero();
    assertThat(parsed.getElementsByTagName("style").getLength()).isOne();
    assertThat(html).doesNotContainIgnoringCase("<script");
  }

  @Property(tries = 300)
  void noTextTurnsOrHidesItsSurroundings(@ForAll("texts") String text) {
    assertThat(PageHtml.of(page(List.of(text, text, text, text, text, text))))
        .doesNotContainPattern("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\u0000\r]");
  }

  @Property(tries = 300)
  void thePlainTextSaysTheSame(@ForAll("texts") String text) {
    assertThat(PageText.of(page(List.of(text, text, text, text, text, text))))
        .startsWith(VisibleText.of(text))
        .contains("- " + VisibleText.of(text) + " | " + VisibleText.of(text) + "\n");
  }

  @Example
  void whatHidesStandsAsItsCodePoint() {
    assertThat(VisibleText.of("a\u202eb\u0007\ud800\n\u00e9"))
        .isEqualTo("a[U+202E]b[U+0007][U+D800]\n\u00e9");
  }
}
