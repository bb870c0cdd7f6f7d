package eu.sotto.rights;

import eu.sotto.rights.running.AccessExport;
import java.nio.file.Path;

/** The answer to a request for access (GDPR Art. 15). Thread-safe. */
public sealed interface Access permits AccessExport {
  /**
   * Writes everything into a new folder, readable by its owner only: {@code access.json} with all
   * data in machine-readable form, {@code access.txt} for people in the register's language, and
   * each kept recording, transcript and summary as a file. The folder appears whole or not at all.
   *
   * @param folder the folder to create
   * @throws IllegalArgumentException if it exists
   * @throws eu.sotto.vocabulary.PrivacyException if something could not be read or written
   */
  void exportTo(Path folder);
}
