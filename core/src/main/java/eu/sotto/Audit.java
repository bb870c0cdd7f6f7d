package eu.sotto;

import eu.sotto.crypto.VerifierKey;
import eu.sotto.ledger.LeafId;
import eu.sotto.ledger.TlogProof;
import eu.sotto.ledger.Trust;
import eu.sotto.ledger.Verification;
import eu.sotto.session.Auditing;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.LongConsumer;

/**
 * A store as an auditor sees it: whether its ledger is as it was written, and proofs of single
 * entries. No register is needed. The store must not be in use. Not thread-safe. Source: GDPR Art.
 * 5(2).
 */
public final class Audit implements AutoCloseable {
  private final Auditing auditing;

  private Audit(Auditing auditing) {
    this.auditing = auditing;
  }

  /**
   * With the public key alone: tree and checkpoints can be checked, no content is read.
   *
   * @param directory the store's directory
   * @param key the store's verifier key, from a source of your own
   * @return the audit
   * @throws eu.sotto.vocabulary.PrivacyException if there is no store, or it is in use or damaged
   */
  public static Audit of(Path directory, VerifierKey key) {
    return of(directory, Trust.in(Objects.requireNonNull(key, "key")));
  }

  /**
   * With the public key and what changed since: for a log whose key changed, or that was restored.
   *
   * @param directory the store's directory
   * @param trust whose signatures are believed
   * @return the audit
   * @throws eu.sotto.vocabulary.PrivacyException if there is no store, or it is in use or damaged
   */
  public static Audit of(Path directory, Trust trust) {
    return new Audit(
        Auditing.withoutKeys(
            Objects.requireNonNull(directory, "directory"),
            Objects.requireNonNull(trust, "trust")));
  }

  /**
   * With the store's keys in the user's own key folder: payloads are opened too.
   *
   * @param directory the store's directory
   * @return the audit
   * @throws eu.sotto.vocabulary.PrivacyException if there is no store, its keys are not there, or
   *     it is in use or damaged
   */
  public static Audit withKeys(Path directory) {
    return new Audit(Auditing.withKeys(Objects.requireNonNull(directory, "directory"), null));
  }

  /**
   * With the store's keys in a folder: payloads are opened too.
   *
   * @param directory the store's directory
   * @param keyFolder the folder that {@link FolderBuilder#keyFolder} was given
   * @return the audit
   * @throws eu.sotto.vocabulary.PrivacyException if there is no store, its keys are not there, or
   *     it is in use or damaged
   */
  public static Audit withKeys(Path directory, Path keyFolder) {
    return new Audit(
        Auditing.withKeys(
            Objects.requireNonNull(directory, "directory"),
            Objects.requireNonNull(keyFolder, "keyFolder")));
  }

  /**
   * The number of entries.
   *
   * @return zero or more
   */
  public long size() {
    return auditing.log().size();
  }

  /**
   * How many entries, from the first, a checkpoint signs for.
   *
   * @return the number
   */
  public long signedSize() {
    return auditing.log().signedSize();
  }

  /**
   * The log's name in its checkpoints.
   *
   * @return the origin
   */
  public String origin() {
    return auditing.log().origin();
  }

  /**
   * Whose signatures are believed.
   *
   * @return the key that checks the log now, and the changes that led to it
   */
  public Trust trust() {
    return auditing.trust();
  }

  /**
   * Checks the tree against its checkpoints, with keys also every payload. Memory is constant.
   *
   * @param progress told the number of entries checked; begins anew for the payloads
   * @return what was found, with the first bad entry
   * @throws eu.sotto.vocabulary.PrivacyException if the store fails
   */
  public Verification verify(LongConsumer progress) {
    Objects.requireNonNull(progress, "progress");
    return auditing.hasKeys() ? auditing.verifyPayloads(progress) : verifyTree(progress);
  }

  /**
   * Checks the tree against its checkpoints, and opens nothing.
   *
   * @param progress told the number of entries checked
   * @return what was found, with the first bad entry
   * @throws eu.sotto.vocabulary.PrivacyException if the store fails
   */
  public Verification verifyTree(LongConsumer progress) {
    return auditing.log().verify(Objects.requireNonNull(progress, "progress"));
  }

  /**
   * Proves that an entry is in the log.
   *
   * @param index its place, from 0
   * @return the proof
   * @throws IllegalArgumentException if there is no such entry, or no checkpoint signs it yet
   * @throws eu.sotto.vocabulary.PrivacyException if the store fails or was changed
   */
  public TlogProof proof(long index) {
    return auditing.log().proof(index);
  }

  /**
   * Proves that an entry is in the log.
   *
   * @param id its random id, as receipts and exports name it
   * @return the proof
   * @throws IllegalArgumentException if there is no such entry, or no checkpoint signs it yet
   * @throws eu.sotto.vocabulary.PrivacyException if the store fails or was changed
   */
  public TlogProof proof(LeafId id) {
    return auditing.log().proof(Objects.requireNonNull(id, "id"));
  }

  /** Releases the store. */
  @Override
  public void close() {
    auditing.close();
  }
}
