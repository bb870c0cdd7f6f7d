package eu.sotto.interchange;

import eu.sotto.notice.FullText;
import eu.sotto.notice.Notice;
import eu.sotto.notice.Question;
import java.util.Comparator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes notices with their questions. */
final class NoticeWriter {
  private NoticeWriter() {}

  static void write(Notice notice, ObjectNode into) {
    into.put("id", notice.id().value());
    into.put("version", notice.version());
    into.put("language", notice.language().toLanguageTag());
    into.put("text", notice.text());
    RegisterWriter.constants(notice.parts(), into.putArray("parts"));
    FullText full = notice.fullText();
    if (full != null) {
      ObjectNode fullText = into.putObject("fullText");
      fullText.put("url", full.url().toString());
      RegisterWriter.constants(full.parts(), fullText.putArray("parts"));
    }
    ArrayNode questions = into.putArray("questions");
    notice.questions().values().stream()
        .sorted(Comparator.comparing(q -> q.purpose().value()))
        .forEach(q -> question(q, questions.addObject()));
  }

  private static void question(Question question, ObjectNode into) {
    into.put("purpose", question.purpose().value());
    RegisterWriter.table(question.keys(), into.putObject("keys"));
    RegisterWriter.texts(question.givenPhrases(), into.putArray("givenPhrases"));
    RegisterWriter.texts(question.refusedPhrases(), into.putArray("refusedPhrases"));
    into.put("refusalRoute", question.refusalRoute());
    into.put("answerWindow", question.answerWindow().toString());
    if (question.leastConfidence().signum() > 0) {
      into.put("leastConfidence", question.leastConfidence().toPlainString());
    }
  }
}
