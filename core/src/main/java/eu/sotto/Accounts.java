package eu.sotto;

import eu.sotto.accountability.Figures;
import eu.sotto.accountability.LanguageFigures;
import eu.sotto.accountability.ProcessingRecord;
import eu.sotto.accountability.running.FigureCount;
import eu.sotto.accountability.running.LanguageCount;
import eu.sotto.accountability.running.RecordDocument;
import eu.sotto.session.Engine;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a controller or processor can show of its processing, without naming anybody. Thread-safe.
 * Source: GDPR Art. 5(2), 24(1), 30, 35.
 */
public final class Accounts {
  private final Engine engine;

  Accounts(Engine engine) {
    this.engine = engine;
  }

  /**
   * The record of processing activities, from the register in force (Art. 30(1) and (2)).
   *
   * @param language German, else English
   * @return the documents; the same register gives the same bytes
   */
  public ProcessingRecord processingRecord(Locale language) {
    return RecordDocument.of(engine.register(), Objects.requireNonNull(language, "language"));
  }

  /**
   * Figures for an impact assessment, counted from what was recorded in a window. The ledger is
   * read once, page by page.
   *
   * @param from the first instant
   * @param until the instant after the last
   * @return the figures
   * @throws IllegalArgumentException if the window is empty
   */
  public Figures figures(Instant from, Instant until) {
    return FigureCount.of(engine, from, until);
  }

  /**
   * Compares languages and varieties. A group of fewer people than said is shown with others only,
   * never so that it could be told by what is missing; where nobody can be hidden among others,
   * nothing is shown. The ledger is read person by person.
   *
   * @param from the first instant
   * @param until the instant after the last
   * @param least how many people a group has at least, 5 or more
   * @return one entry per language, in the order of their tags, others last
   * @throws IllegalArgumentException if the window is empty or the number is less than 5
   */
  public List<LanguageFigures> byLanguage(Instant from, Instant until, int least) {
    return LanguageCount.of(engine, from, until, least);
  }
}
