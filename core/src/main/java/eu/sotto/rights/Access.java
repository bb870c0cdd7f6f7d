package eu.sotto.rights;

import eu.sotto.rights.running.AccessExport;
import java.nio.file.Path;

/** The answer to a request for access (GDPR Art. 15). Thread-safe. */
public sealed interface Access permits AccessExport {
  /**
   * Writes everything into a new folder, readable by its owner only: {@code data.json} with all
   * data in machine-readable form; {@code index.html} and {@code access.txt} for people, in the
   * language in which they were last spoken to if that is German or English, else in the register's
   * (in English if that is neither); each kept recording, transcript and summary as a file; each
   * call as a vCon per purpose and the record of each consent that was asked for; and {@code
   * manifest.json} with the length and SHA-256 of every other file. The page holds no script and
   * loads nothing. The folder appears whole or not at all.
   *
   * @param folder the folder to create
   * @throws IllegalArgumentException if it exists
   * @throws eu.sotto.vocabulary.PrivacyException if something could not be read or written
   */
  void exportTo(Path folder);

  /**
   * Writes the same, with the parts of others silent in each recording for which the host says who
   * spoke when; only WAV can be silenced.
   *
   * @param folder the folder to create
   * @param others who spoke when
   * @throws IllegalArgumentException if the folder exists, or a turn of somebody else has no times
   * @throws eu.sotto.redaction.AudioUnreadableException if a recording is no WAV file
   * @throws eu.sotto.vocabulary.PrivacyException if something could not be read or written
   */
  void exportTo(Path folder, OthersVoices others);
}
