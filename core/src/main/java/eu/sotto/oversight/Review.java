package eu.sotto.oversight;

import eu.sotto.records.RecordId;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.PurposeId;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.List;

/**
 * A person's review of one outcome. It counts only if that person opened what the outcome rests on
 * and may change it; both are recorded. Thread-safe. Source: GDPR Art. 22(3); EDPB WP 251 rev.01.
 */
public interface Review {
  /** Why there is a review. Immutable and thread-safe. */
  enum Cause {
    /** No outcome of the purpose counts before a review. */
    REQUIRED,
    /** The caller contests it. */
    CHALLENGED,
    /** Somebody of the staff holds it for wrong. */
    FLAGGED
  }

  /**
   * Its name.
   *
   * @return the id
   */
  ReviewId id();

  /**
   * What is reviewed.
   *
   * @return the outcome's name
   */
  OutcomeId outcome();

  /**
   * What the outcome was made for.
   *
   * @return the purpose
   */
  PurposeId purpose();

  /**
   * Why there is a review.
   *
   * @return the first cause
   */
  Cause cause();

  /**
   * Since when the outcome does not count.
   *
   * @return the time
   */
  Instant since();

  /**
   * What the outcome rests on and is still kept.
   *
   * @return the records
   */
  List<RecordId> inputs();

  /**
   * What was proposed, and why it is contested if somebody said so. Personal data.
   *
   * @param reviewer who reads it; its role must be declared as a reviewer
   * @return the words
   * @throws IllegalArgumentException if that role may not change such decisions
   */
  String proposal(Actor reviewer);

  /**
   * Opens one of the inputs; recorded before it is handed out.
   *
   * @param input one of {@link #inputs()}
   * @param reviewer who opens it; its role must be declared as a reviewer
   * @return the content, to be closed
   * @throws IllegalArgumentException if it is not one of them, or that role may not change such
   *     decisions
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be recorded or opened
   */
  SeekableByteChannel open(RecordId input, Actor reviewer);

  /**
   * Decides. Refused, and without effect, if the reviewer has not opened every input that is kept,
   * may not change such decisions, or somebody was quicker; if nothing of the inputs is kept any
   * more, the outcome cannot be upheld; if it never counted and the consent that it rests on has
   * ended, it can only be set aside.
   *
   * @param reviewer who decides
   * @param verdict what is decided
   * @param reason why, 1 to 4,000 characters
   * @return the outcome that stands now, or why the verdict does not count
   * @throws IllegalArgumentException if the reason is blank or too long
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored in time; then the review
   *     is open as before
   */
  Decided resolve(Actor reviewer, Verdict verdict, String reason);
}
