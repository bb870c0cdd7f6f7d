package eu.sotto.interchange;

import eu.sotto.crypto.Bytes;
import eu.sotto.redaction.Transcript;
import eu.sotto.redaction.Turn;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.Party;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call as another system hands it over in a vCon: what a host needs to answer it here and to keep
 * of it what its own permits allow. A lawful basis that the document claims is not taken over: only
 * what was played, asked and answered here counts. Personal data: never printed. Immutable and
 * thread-safe.
 *
 * @param id the document's UUID
 * @param participants who took part, in the order of the document
 * @param caller which of the participants began the call
 * @param dialogs what was said, in the order of the document, at least one
 * @param turns the transcript, in order; of speech and of written text
 */
public record VconCall(
    CallId id, List<Participant> participants, int caller, List<Dialog> dialogs, List<Turn> turns) {
  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there is no dialog, or the caller is none of the
   *     participants
   */
  public VconCall {
    Objects.requireNonNull(id, "id");
    participants = List.copyOf(participants);
    dialogs = List.copyOf(dialogs);
    turns = List.copyOf(turns);
    if (dialogs.isEmpty() || caller < 0 || caller >= participants.size()) {
      throw new IllegalArgumentException("a call has a dialog and a caller");
    }
  }

  /**
   * How the caller is reached.
   *
   * @return the party; nobody if the document names no number or address
   */
  public Party party() {
    return participants.get(caller).party();
  }

  /**
   * When the call began.
   *
   * @return the earliest start of a dialog
   */
  public Instant start() {
    return dialogs.stream().map(Dialog::start).min(Instant::compareTo).orElseThrow();
  }

  /**
   * When the call ended.
   *
   * @return the latest end of a dialog; the start if no duration is known
   */
  public Instant end() {
    return dialogs.stream()
        .map(d -> d.start().plus(d.duration()))
        .max(Instant::compareTo)
        .orElseThrow();
  }

  /**
   * The transcript as it came, to be redacted before anything of it is kept.
   *
   * @param language the language that was spoken
   * @return the transcript; empty if the document holds none that can be read
   */
  public Transcript transcript(Locale language) {
    return Transcript.of(language, turns);
  }

  /** The numbers only. */
  @Override
  public String toString() {
    return "VconCall[" + participants.size() + " participants, " + dialogs.size() + " dialogs]";
  }

  /**
   * Somebody who took part.
   *
   * @param party how that one is reached
   * @param name the name as the document has it, or null
   */
  public record Participant(Party party, @Nullable String name) {
    /** Requires the party. */
    public Participant {
      Objects.requireNonNull(party, "party");
    }

    /**
     * What the document calls this participant.
     *
     * @return the name, if it has one
     */
    public Optional<String> named() {
      return Optional.ofNullable(name);
    }

    /** Never who it is. */
    @Override
    public String toString() {
      return "Participant[hidden]";
    }
  }

  /**
   * A stretch of the conversation.
   *
   * @param start when it began
   * @param duration how long it took; zero if the document does not say
   * @param content what was said
   */
  public record Dialog(Instant start, Duration duration, Content content) {
    /** Requires all parts. */
    public Dialog {
      Objects.requireNonNull(start, "start");
      Objects.requireNonNull(duration, "duration");
      Objects.requireNonNull(content, "content");
    }
  }

  /** What was said, as far as the document has it. */
  public sealed interface Content {}

  /** Nothing of it is in the document, or it is written text, which stands among the turns. */
  public record NoAudio() implements Content {}

  /**
   * Audio in the document.
   *
   * @param mediaType its media type, empty if not stated
   * @param bytes the audio
   */
  public record InlineAudio(String mediaType, Bytes bytes) implements Content {
    /** Requires both. */
    public InlineAudio {
      Objects.requireNonNull(mediaType, "mediaType");
      Objects.requireNonNull(bytes, "bytes");
    }

    /** The length only. */
    @Override
    public String toString() {
      return "InlineAudio[" + bytes.length() + " bytes]";
    }
  }

  /**
   * Audio elsewhere; the host fetches it, and holds it to its hash before it uses it.
   *
   * @param mediaType its media type, empty if not stated
   * @param url where, by HTTPS
   * @param sha512 its SHA-512
   */
  public record ReferencedAudio(String mediaType, URI url, Bytes sha512) implements Content {
    /** Requires all parts. */
    public ReferencedAudio {
      Objects.requireNonNull(mediaType, "mediaType");
      Objects.requireNonNull(url, "url");
      Objects.requireNonNull(sha512, "sha512");
    }

    /**
     * Whether this is the audio that the document means; memory is constant.
     *
     * @param audio all of it; read to its end, not closed
     * @return true only if its hash is the one in the document
     * @throws IOException if it cannot be read
     */
    public boolean matches(InputStream audio) throws IOException {
      return Bytes.of(ContentHash.of(audio)).equals(sha512);
    }

    /** Never where. */
    @Override
    public String toString() {
      return "ReferencedAudio[hidden]";
    }
  }

  /** The hash of external content, {@code sha512-} and base64url. Source: vCon core, 2.4. */
  static final class ContentHash {
    static final String PREFIX = "sha512-";
    private static final int PIECE = 16_384;

    private ContentHash() {}

    static byte[] of(InputStream content) throws IOException {
      MessageDigest digest = sha512();
      byte[] piece = new byte[PIECE];
      for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
        digest.update(piece, 0, read);
      }
      return digest.digest();
    }

    static String text(byte[] hash) {
      return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    static MessageDigest sha512() {
      try {
        return MessageDigest.getInstance("SHA-512");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-512", e);
      }
    }
  }
}
