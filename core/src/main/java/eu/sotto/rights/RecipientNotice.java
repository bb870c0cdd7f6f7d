package eu.sotto.rights;

import eu.sotto.vocabulary.Right;
import java.util.List;
import java.util.Objects;

/**
 * What somebody outside has to be told. It names no person: the recipient knows the documents by
 * their digests, the host knows from whom the request came. Immutable. Source: GDPR Art. 19, 28(3).
 *
 * @param id random, the same at every try
 * @param request the request's id
 * @param right what became of the data, or what was asked for
 * @param addressee who it is
 * @param to the recipient's id in the register, or the other controller's name
 * @param documents SHA-256 of what was disclosed, in hexadecimal; none where the library did not
 *     make the document
 */
public record RecipientNotice(
    String id,
    String request,
    Right right,
    Addressee addressee,
    String to,
    List<String> documents) {
  /** Who is told. */
  public enum Addressee {
    /** Somebody who received the data: it was erased, put right or restricted there too. */
    RECIPIENT,
    /** The controller for whom the host processes: the request is passed on. */
    CONTROLLER
  }

  /** Copies the list. */
  public RecipientNotice {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(to, "to");
    documents = List.copyOf(documents);
  }
}
