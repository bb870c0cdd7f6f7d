package eu.sotto.interchange;

import eu.sotto.consent.Method;
import eu.sotto.crypto.Bytes;
import eu.sotto.ledger.TlogProof;
import eu.sotto.register.LegalBasis;
import eu.sotto.vocabulary.PurposeId;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a vCon of a call is made of. Personal data: never printed. Immutable and thread-safe.
 *
 * @param id the document's identifier
 * @param madeAt when it is made
 * @param talk who talked when
 * @param recordings what was recorded, by reference
 * @param texts what was written down, redacted
 * @param basis why it may be handed over
 */
public record VconParts(
    UUID id, Instant madeAt, Talk talk, List<Recording> recordings, List<Text> texts, Basis basis) {
  /** Copies the lists. */
  public VconParts {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(madeAt, "madeAt");
    Objects.requireNonNull(talk, "talk");
    recordings = List.copyOf(recordings);
    texts = List.copyOf(texts);
    Objects.requireNonNull(basis, "basis");
  }

  /** The identifier only. */
  @Override
  public String toString() {
    return "VconParts[" + id + "]";
  }

  /**
   * Who talked when.
   *
   * @param caller the other end in its canonical spelling; empty if it is not to be told
   * @param host the name of the host's side
   * @param inbound whether the other end dialled
   * @param start when the call was answered
   * @param end when it ended, or null while it goes on
   */
  public record Talk(
      String caller, String host, boolean inbound, Instant start, @Nullable Instant end) {
    /** Requires all but the end. */
    public Talk {
      Objects.requireNonNull(caller, "caller");
      Objects.requireNonNull(host, "host");
      Objects.requireNonNull(start, "start");
    }

    /** Never who. */
    @Override
    public String toString() {
      return "Talk[hidden]";
    }
  }

  /**
   * A recording, by reference.
   *
   * @param record the record's random id
   * @param sha512 the SHA-512 of its audio, 64 bytes
   * @param url where the recipient may fetch it, or null if it is not handed over
   */
  public record Recording(String record, Bytes sha512, @Nullable URI url) {
    /**
     * Checks the address.
     *
     * @throws IllegalArgumentException if it is not an HTTPS address
     */
    public Recording {
      Objects.requireNonNull(record, "record");
      Objects.requireNonNull(sha512, "sha512");
      if (url != null && !"https".equalsIgnoreCase(url.getScheme())) {
        throw new IllegalArgumentException("a recording is referenced by HTTPS");
      }
    }

    /**
     * The hash by which a recording is referenced; memory is constant.
     *
     * @param audio all of it; read to its end, not closed
     * @return its SHA-512
     * @throws IOException if it cannot be read
     */
    public static Bytes hash(InputStream audio) throws IOException {
      return Bytes.of(VconCall.ContentHash.of(audio));
    }
  }

  /**
   * Something written down by a machine.
   *
   * @param type the kind of analysis: {@code transcript} or {@code summary}
   * @param text the text, redacted
   * @param language its language tag, empty if not known
   * @param model the label of the model that made it, empty if the host named none
   * @param at when it was kept
   */
  public record Text(String type, String text, String language, String model, Instant at) {
    /** Requires all parts. */
    public Text {
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(language, "language");
      Objects.requireNonNull(model, "model");
      Objects.requireNonNull(at, "at");
    }

    /** The type only. */
    @Override
    public String toString() {
      return "Text[" + type + "]";
    }
  }

  /**
   * Why it may be handed over.
   *
   * @param kind the legal basis
   * @param purpose for which purpose
   * @param since since when it carries
   * @param until until when, {@link Instant#MAX} if nothing ends it by itself
   * @param consent the consent's own evidence, or null if the basis is another one
   */
  public record Basis(
      LegalBasis kind, PurposeId purpose, Instant since, Instant until, @Nullable Consent consent) {
    /** Requires all but the consent. */
    public Basis {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(purpose, "purpose");
      Objects.requireNonNull(since, "since");
      Objects.requireNonNull(until, "until");
    }
  }

  /**
   * How a consent was given.
   *
   * @param method by which kind of act
   * @param at when
   * @param proof that it stands in the log
   */
  public record Consent(Method method, Instant at, TlogProof proof) {
    /** Requires all parts. */
    public Consent {
      Objects.requireNonNull(method, "method");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(proof, "proof");
    }
  }
}
