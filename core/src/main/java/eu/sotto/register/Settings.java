package eu.sotto.register;

import eu.sotto.permit.Operation;
import eu.sotto.vocabulary.RecipientId;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

/** What holds for the whole of a register. */
record Settings(
    ZoneId zone,
    Country defaultRegion,
    Locale defaultLanguage,
    Set<Operation<?>> forbidden,
    Set<RecipientId> forbiddenRecipients,
    boolean onlyInEea) {
  Settings {
    forbidden = Set.copyOf(forbidden);
    forbiddenRecipients = Set.copyOf(forbiddenRecipients);
  }
}
