package eu.sotto.interchange;

import eu.sotto.notice.FullText;
import eu.sotto.notice.Notice;
import eu.sotto.notice.NoticePart;
import eu.sotto.notice.Question;
import eu.sotto.notice.Reply;
import eu.sotto.vocabulary.NoticeId;
import eu.sotto.vocabulary.PurposeId;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads notices with their questions. */
final class NoticeReader {
  private static final Pattern WINDOW = Pattern.compile("PT[0-9.MS]+");
  private static final Pattern SHARE = Pattern.compile("0(\\.[0-9]{1,3})?|1");
  static final String LANGUAGE = "a language tag such as de or en-GB";

  private NoticeReader() {}

  static Notice notice(Fields f) {
    Part<NoticeId> id = f.text("id", NoticeId::of, RegisterReader.NAME);
    Part<String> version = f.text("version");
    Part<Locale> language = f.text("language", RegisterReader::language, LANGUAGE);
    Part<String> text = f.text("text");
    Part<FullText> fullText = f.optionalObject("fullText", NoticeReader::fullText);
    Set<NoticePart> parts = f.choices("parts", NoticePart.class);
    Map<PurposeId, Question> questions = new LinkedHashMap<>();
    for (Question question : f.objects("questions", NoticeReader::question)) {
      if (questions.putIfAbsent(question.purpose(), question) != null) {
        f.problem("questions", "two questions about one purpose");
      }
    }
    return new Notice(
        id.value(),
        version.value(),
        language.value(),
        text.value(),
        fullText.orNull(),
        parts,
        questions);
  }

  private static FullText fullText(Fields f) {
    Part<URI> url = f.text("url", NoticeReader::url, "an absolute http or https address");
    Set<NoticePart> parts = f.choices("parts", NoticePart.class);
    return new FullText(url.value(), parts);
  }

  private static URI url(String text) {
    try {
      return new FullText(new URI(text), Set.of()).url();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Question question(Fields f) {
    Part<PurposeId> purpose = f.text("purpose", PurposeId::of, RegisterReader.NAME);
    Map<Character, Reply> keys = new HashMap<>();
    f.table("keys", Reply.class).forEach((key, reply) -> keys.put(key(key, f), reply));
    List<String> given = f.texts("givenPhrases", s -> s, "a phrase");
    List<String> refused = f.texts("refusedPhrases", s -> s, "a phrase");
    Part<String> route = f.text("refusalRoute");
    Part<Duration> window =
        f.text("answerWindow", NoticeReader::window, "a duration such as PT8S (eight seconds)");
    Part<BigDecimal> confidence =
        f.optionalText(
            "leastConfidence", NoticeReader::share, "a share from 0 to 1 such as \"0.8\"");
    return new Question(
        purpose.value(),
        keys,
        given,
        refused,
        route.value(),
        window.value(),
        confidence.or(BigDecimal.ZERO));
  }

  private static BigDecimal share(String text) {
    if (!SHARE.matcher(text).matches()) {
      throw new IllegalArgumentException("not a share");
    }
    return new BigDecimal(text);
  }

  private static Duration window(String text) {
    if (!WINDOW.matcher(text).matches()) {
      throw new IllegalArgumentException("not a duration");
    }
    return Duration.parse(text);
  }

  private static char key(String key, Fields f) {
    if (key.length() != 1) {
      f.problem("keys", "a key must be one character");
      return '?';
    }
    return key.charAt(0);
  }
}
