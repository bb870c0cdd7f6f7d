package eu.sotto.retention;

import eu.sotto.retention.calendar.Until;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Function;

/** What happens to a record: keep, restrict, dispose, or ask a person. */
public sealed interface Disposition {
  /**
   * The record stays and may be used for its purposes.
   *
   * @param until how long it stays by what is known
   * @param because why
   */
  record Keep(Until until, Because because) implements Disposition {
    /** Refuses missing parts. */
    public Keep {
      Objects.requireNonNull(until, "until");
      Objects.requireNonNull(because, "because");
    }
  }

  /**
   * The record stays for one duty only and may be used for nothing else.
   *
   * @param duty what it stays for
   * @param until how long that duty lasts by what is known
   * @param because why
   */
  record Restrict(Duty duty, Until until, Because because) implements Disposition {
    /** Refuses missing parts. */
    public Restrict {
      Objects.requireNonNull(duty, "duty");
      Objects.requireNonNull(until, "until");
      Objects.requireNonNull(because, "because");
    }
  }

  /**
   * The record is due: it goes now.
   *
   * @param how destroyed or anonymised
   * @param since the first day on which it was due
   * @param because why
   */
  record Dispose(DisposalMethod how, LocalDate since, Because because) implements Disposition {
    /** Refuses missing parts. */
    public Dispose {
      Objects.requireNonNull(how, "how");
      Objects.requireNonNull(since, "since");
      Objects.requireNonNull(because, "because");
    }
  }

  /**
   * The rules contradict each other or say nothing: a person decides; until then nothing happens.
   *
   * @param because the contradiction
   */
  record Review(Because because) implements Disposition {
    /** Refuses a missing reason. */
    public Review {
      Objects.requireNonNull(because, "because");
    }
  }

  /**
   * The reason.
   *
   * @return why
   */
  Because because();

  /**
   * Says whether the record goes now.
   *
   * @return whether it is due
   */
  default boolean isDue() {
    return this instanceof Dispose;
  }

  /**
   * Maps each case to a value; leaving one out does not compile.
   *
   * @param keep for a record that stays
   * @param restrict for a record that stays for one duty
   * @param dispose for a record that goes
   * @param review for a record that needs a person
   * @param <R> the type of the value
   * @return the value of the case
   */
  default <R> R fold(
      Function<? super Keep, ? extends R> keep,
      Function<? super Restrict, ? extends R> restrict,
      Function<? super Dispose, ? extends R> dispose,
      Function<? super Review, ? extends R> review) {
    if (this instanceof Keep kept) {
      return keep.apply(kept);
    }
    if (this instanceof Restrict restricted) {
      return restrict.apply(restricted);
    }
    if (this instanceof Dispose disposed) {
      return dispose.apply(disposed);
    }
    return review.apply((Review) this);
  }
}
