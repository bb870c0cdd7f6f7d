package eu.sotto.retention.law;

import eu.sotto.retention.EventName;
import eu.sotto.retention.Material;
import eu.sotto.retention.PurposeName;
import eu.sotto.retention.RuleId;
import eu.sotto.retention.RuleKind;
import eu.sotto.retention.calendar.RetentionTerm;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One row of a law pack.
 *
 * @param key its key
 * @param duty what it demands or allows, and for how long
 * @param scope for whom, of what and when it holds
 * @param events the events that start its period; the latest counts
 * @param source the citation
 * @param german its sentence in German
 * @param english its sentence in English
 */
public record Statute(
    RuleId key,
    Duty duty,
    Scope scope,
    List<EventName> events,
    String source,
    String german,
    String english) {
  /** Copies the events. */
  public Statute {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(duty, "duty");
    Objects.requireNonNull(scope, "scope");
    events = List.copyOf(events);
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(german, "german");
    Objects.requireNonNull(english, "english");
  }

  /**
   * What a statute demands or allows.
   *
   * @param kind the kind of rule; empty for a statute that is quoted and not computed
   * @param absolute whether not even a duty to keep outlasts it
   * @param term its period; empty for holds, citations and "without undue delay"
   * @param purpose the purpose that a permission to keep serves
   * @param onlyForClaims whether it keeps for named claims only
   * @param onRequest whether a register has to name it with a reason
   */
  public record Duty(
      Optional<RuleKind> kind,
      boolean absolute,
      Optional<RetentionTerm> term,
      Optional<PurposeName> purpose,
      boolean onlyForClaims,
      boolean onRequest) {}

  /**
   * For whom, of what and when a statute holds.
   *
   * @param material the only material that it is about, if it is about one
   * @param sector the sector that it is about, if it is about one
   * @param outsideSector whether it holds outside that sector rather than in it
   * @param from the first day on which it is law, if it was not always
   * @param through the last day on which it is law, if it no longer is
   * @param replaces the statute whose open periods it takes over
   */
  public record Scope(
      Optional<Material> material,
      Optional<Sector> sector,
      boolean outsideSector,
      Optional<LocalDate> from,
      Optional<LocalDate> through,
      Optional<RuleId> replaces) {

    /**
     * Says whether it holds for a controller.
     *
     * @param sectors the controller's sectors
     * @return whether the sector fits
     */
    public boolean holdsFor(Set<Sector> sectors) {
      return sector.map(one -> sectors.contains(one) != outsideSector).orElse(true);
    }
  }

  /**
   * The plain sentence.
   *
   * @param locale German for German; any other for English
   * @return the sentence
   */
  public String text(Locale locale) {
    return locale.getLanguage().equals("de") ? german : english;
  }
}
