package eu.sotto.rights;

import java.io.IOException;
import java.nio.file.Path;

/** The way to another controller to whom a person's data is handed. Source: GDPR Art. 20(2). */
public interface PortabilityReceiver {
  /**
   * Who the other controller is.
   *
   * @return its name, told to the person and recorded; 1 to 200 characters
   */
  String controller();

  /**
   * Takes the data over; the folder is removed when this returns.
   *
   * @param folder {@code data.json}, the files that belong to it and {@code manifest.json}
   * @throws IOException if it could not be handed over; then nothing is recorded
   */
  void receive(Path folder) throws IOException;
}
