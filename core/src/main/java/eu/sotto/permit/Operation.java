package eu.sotto.permit;

import java.util.List;
import java.util.Optional;

/**
 * Something that is done with a call or its data; its type says which permit allows it. The
 * constants are all there are. Immutable and thread-safe.
 *
 * @param <P> the permit that allows it
 */
public final class Operation<P extends Permit> {
  /** Recording audio. */
  public static final Operation<RecordingPermit> RECORD =
      new Operation<>("record", RecordingPermit.class);

  /** Turning speech into text. */
  public static final Operation<ContentPermit> TRANSCRIBE =
      new Operation<>("transcribe", ContentPermit.class);

  /** Making a summary. */
  public static final Operation<ContentPermit> SUMMARISE =
      new Operation<>("summarise", ContentPermit.class);

  /** Evaluating content. */
  public static final Operation<ContentPermit> ANALYSE =
      new Operation<>("analyse", ContentPermit.class);

  /** Passing data on to a recipient. */
  public static final Operation<DisclosurePermit> DISCLOSE =
      new Operation<>("disclose", DisclosurePermit.class);

  /** Training AI models. */
  public static final Operation<ContentPermit> TRAIN =
      new Operation<>("train", ContentPermit.class);

  /** Training staff. */
  public static final Operation<ContentPermit> COACH =
      new Operation<>("coach", ContentPermit.class);

  /** Deciding by automated means. */
  public static final Operation<ContentPermit> DECIDE =
      new Operation<>("decide", ContentPermit.class);

  /** Contacting a person. */
  public static final Operation<ContactPermit> CONTACT =
      new Operation<>("contact", ContactPermit.class);

  /** Inferring emotion from voice. */
  public static final Operation<ContentPermit> INFER_EMOTION =
      new Operation<>("infer-emotion", ContentPermit.class);

  /** Evaluating personal aspects by automated means. Source: GDPR Art. 4(4). */
  public static final Operation<ContentPermit> PROFILE =
      new Operation<>("profile", ContentPermit.class);

  /** Fitting what a person is told or offered to that person. */
  public static final Operation<ContentPermit> PERSONALISE =
      new Operation<>("personalise", ContentPermit.class);

  /** Finding out by the voice who speaks. Source: GDPR Art. 4(14), 9(1). */
  public static final Operation<ContentPermit> IDENTIFY_BY_VOICE =
      new Operation<>("identify-by-voice", ContentPermit.class);

  private static final List<Operation<?>> ALL =
      List.of(
          RECORD,
          TRANSCRIBE,
          SUMMARISE,
          ANALYSE,
          DISCLOSE,
          TRAIN,
          COACH,
          DECIDE,
          CONTACT,
          INFER_EMOTION,
          PROFILE,
          PERSONALISE,
          IDENTIFY_BY_VOICE);

  private final String name;
  private final Class<P> permitType;

  private Operation(String name, Class<P> permitType) {
    this.name = name;
    this.permitType = permitType;
  }

  /**
   * All operations there are.
   *
   * @return the operations, unmodifiable
   */
  public static List<Operation<?>> all() {
    return ALL;
  }

  /**
   * The operation of a name.
   *
   * @param name the name as registers write it
   * @return the operation, or empty if there is none of that name
   */
  public static Optional<Operation<?>> named(String name) {
    return ALL.stream().filter(o -> o.name.equals(name)).findFirst();
  }

  /**
   * The name as registers write it.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * The type of the permit that allows it.
   *
   * @return the type
   */
  public Class<P> permitType() {
    return permitType;
  }

  /**
   * Whether everybody who speaks is exposed to it. Source: StGB § 201; AI Act Art. 50(3).
   *
   * @return true for recording, transcribing and searching the voice
   */
  public boolean takesVoices() {
    return this == RECORD
        || this == TRANSCRIBE
        || this == INFER_EMOTION
        || this == IDENTIFY_BY_VOICE;
  }

  @Override
  public String toString() {
    return name;
  }
}
