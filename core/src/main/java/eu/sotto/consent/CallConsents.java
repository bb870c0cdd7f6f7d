package eu.sotto.consent;

import eu.sotto.consent.ConsentEvent.Asked;
import eu.sotto.consent.ConsentEvent.NoticePlayed;
import eu.sotto.consent.ConsentEvent.OfPurpose;
import eu.sotto.consent.ConsentEvent.SpeakerJoined;
import eu.sotto.consent.ConsentEvent.SpeakerLeft;
import eu.sotto.notice.NoticePart;
import eu.sotto.permit.ReasonCode;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.Speaker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All that bears on consent in one call, as far as it has been recorded. Events count by the time
 * at which they happened, in whatever order they were recorded; only questions and answers of the
 * same instant count in the order of recording. A repeated event changes nothing. To ask what was
 * known at an earlier time, fold only what had been recorded by then. Immutable and thread-safe.
 * Source: GDPR Art. 4(11), 7.
 */
public final class CallConsents {
  private static final CallConsents NONE = new CallConsents(List.of());

  private final List<ConsentEvent> events;
  private final List<NoticePlayed> played;
  private final ConcurrentHashMap<PurposeId, Timeline> timelines = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<Speaker, CallConsents> views = new ConcurrentHashMap<>();

  CallConsents(List<ConsentEvent> events) {
    this.events = events;
    this.played = played(events);
  }

  /**
   * A call of which nothing is known yet.
   *
   * @return no events
   */
  public static CallConsents none() {
    return NONE;
  }

  /**
   * With one more event.
   *
   * @param event what was recorded
   * @return these and the event; the same object if it is already among them
   */
  public CallConsents with(ConsentEvent event) {
    List<ConsentEvent> more = Chronology.with(events, event);
    return more == events ? this : new CallConsents(Collections.unmodifiableList(more));
  }

  /**
   * The events, by time.
   *
   * @return the events, unmodifiable
   */
  public List<ConsentEvent> events() {
    return events;
  }

  /**
   * How it stands with a purpose's consent at a time. A withdrawal works for the future only: asked
   * about a time before it, the consent was given.
   *
   * @param purpose the purpose
   * @param asOf the time asked about
   * @param expiry how long a consent to it carries
   * @return the state with its bounds
   */
  public ConsentStatus status(PurposeId purpose, Instant asOf, Expiry expiry) {
    return timeline(purpose).status(asOf, expiry);
  }

  /**
   * How it stands with a purpose's consent at a time, measured by what it is needed for.
   *
   * @param purpose the purpose
   * @param asOf the time asked about
   * @param terms how long a consent carries, and for what it is needed
   * @return the state with its bounds; superseded, as of the time asked about, if what was agreed
   *     does not cover what it is needed for
   */
  public ConsentStatus status(PurposeId purpose, Instant asOf, ConsentTerms terms) {
    return timeline(purpose).status(asOf, terms);
  }

  /**
   * What stands against a purpose's consent by the last that is recorded about it, whenever that
   * happens or expires.
   *
   * @param purpose the purpose
   * @return the reason, or empty if the last word was a consent
   */
  public Optional<ReasonCode> lastObstacle(PurposeId purpose) {
    return timeline(purpose).lastObstacle();
  }

  /**
   * By what kind of act a consent was given that stood at a time.
   *
   * @param purpose the purpose
   * @param asOf the time asked about
   * @return the kind of act, or empty if the consent was not given then
   */
  public Optional<Method> givenBy(PurposeId purpose, Instant asOf) {
    return timeline(purpose).givenBy(asOf);
  }

  /**
   * Whether the caller can consent to an online service alone, as stated last.
   *
   * @param asOf the time asked about
   * @return what was stated, or empty if nothing was
   */
  public Optional<Capacity> capacity(Instant asOf) {
    Capacity stated = null;
    for (ConsentEvent event : events) {
      if (event instanceof ConsentEvent.CapacityStated one && !one.at().isAfter(asOf)) {
        stated = one.capacity();
      }
    }
    return Optional.ofNullable(stated);
  }

  /**
   * How the caller stands to the contract on which a purpose rests, as stated last.
   *
   * @param purpose the purpose
   * @param asOf the time asked about
   * @return what was stated in this call, or empty if nothing was
   */
  public Optional<ConsentEvent.TieStated> tie(PurposeId purpose, Instant asOf) {
    ConsentEvent.TieStated stated = null;
    for (ConsentEvent event : events) {
      if (event instanceof ConsentEvent.TieStated one
          && one.purpose().equals(purpose)
          && !one.at().isAfter(asOf)) {
        stated = one;
      }
    }
    return Optional.ofNullable(stated);
  }

  /**
   * The question that was put last about a purpose, answered or not.
   *
   * @param purpose the purpose
   * @return the question, or empty if none was put
   */
  public Optional<Asked> question(PurposeId purpose) {
    return timeline(purpose).last();
  }

  /**
   * The notices that had been played to their end.
   *
   * @param asOf the time asked about
   * @return the notices, by time, unmodifiable
   */
  public List<NoticePlayed> heard(Instant asOf) {
    int whole = 0;
    while (whole < played.size() && heard(played.get(whole), asOf)) {
      whole++;
    }
    if (whole == played.size()) {
      return played;
    }
    List<NoticePlayed> heard = new ArrayList<>(played.subList(0, whole));
    for (NoticePlayed notice : played.subList(whole, played.size())) {
      if (heard(notice, asOf)) {
        heard.add(notice);
      }
    }
    return Collections.unmodifiableList(heard);
  }

  private static boolean heard(NoticePlayed notice, Instant asOf) {
    return notice.playout().complete() && !notice.at().isAfter(asOf);
  }

  /**
   * When something had first been told to the end of its notice.
   *
   * @param part what was told
   * @return the time, or empty if it has not been
   */
  public Optional<Instant> played(NoticePart part) {
    return heard(Instant.MAX).stream()
        .filter(n -> n.parts().contains(part))
        .map(NoticePlayed::at)
        .findFirst();
  }

  /**
   * Who had joined and not left. The caller need not have been announced as joining.
   *
   * @param asOf the time asked about
   * @return the speakers, in the order of joining, unmodifiable
   */
  public Set<Speaker> present(Instant asOf) {
    Set<Speaker> present = Set.of();
    for (ConsentEvent event : events) {
      if (event instanceof SpeakerJoined joined && !event.at().isAfter(asOf)) {
        present = present.isEmpty() ? new LinkedHashSet<>() : present;
        present.add(joined.speaker());
      } else if (event instanceof SpeakerLeft left
          && !present.isEmpty()
          && !event.at().isAfter(asOf)) {
        present.remove(left.speaker());
      }
    }
    return Collections.unmodifiableSet(present);
  }

  /**
   * The call as one speaker who joined lived it: the notices that were played to that speaker from
   * the first word to the last, and the speaker's own questions and answers as if they were the
   * caller's. For the caller, too, only what happened while present counts.
   *
   * @param speaker who joined
   * @return what bears on that speaker's consent
   */
  public CallConsents of(Speaker speaker) {
    return views.computeIfAbsent(speaker, one -> new Presence(one, events).view());
  }

  Timeline timeline(PurposeId purpose) {
    Timeline known = timelines.get(purpose);
    return known == null ? timelines.computeIfAbsent(purpose, this::read) : known;
  }

  private Timeline read(PurposeId purpose) {
    List<OfPurpose> about = new ArrayList<>();
    for (ConsentEvent event : events) {
      if (event instanceof OfPurpose one && one.purpose().equals(purpose)) {
        about.add(one);
      }
    }
    return new Timeline(played(), about);
  }

  List<NoticePlayed> played() {
    return played;
  }

  private static List<NoticePlayed> played(List<ConsentEvent> events) {
    List<NoticePlayed> played = new ArrayList<>();
    for (ConsentEvent event : events) {
      if (event instanceof NoticePlayed notice) {
        played.add(notice);
      }
    }
    return List.copyOf(played);
  }

  /** Only how many events there are. */
  @Override
  public String toString() {
    return "CallConsents[" + events.size() + " events]";
  }
}
