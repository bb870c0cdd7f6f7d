package eu.sotto.rights;

import eu.sotto.rights.running.PortableData;
import java.nio.file.Path;

/**
 * What a person provided, on the basis of a consent or a contract, in a structured, common and
 * machine-readable form. Thread-safe. Source: GDPR Art. 20.
 */
public sealed interface Portability permits PortableData {
  /**
   * Writes {@code data.json}, every file that belongs to it, and {@code manifest.json} with the
   * length and SHA-256 of each, into a new folder readable by its owner only. The folder appears
   * whole or not at all.
   *
   * @param folder the folder to create
   * @throws IllegalArgumentException if it exists
   * @throws eu.sotto.vocabulary.PrivacyException if something could not be read or written
   */
  void exportTo(Path folder);

  /**
   * Hands the same straight to another controller (Art. 20(2)); that it was handed over is recorded
   * when the receiver has it.
   *
   * @param receiver the way to the other controller
   * @throws eu.sotto.vocabulary.PrivacyException if something could not be read, or the receiver
   *     did not take it
   */
  void sendTo(PortabilityReceiver receiver);
}
