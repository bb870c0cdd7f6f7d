package eu.sotto.session;

import eu.sotto.consent.Undertaking;
import eu.sotto.vocabulary.DataCategory;
import eu.sotto.vocabulary.RecipientId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns what a question asks for into the ledger's fields and back. Stateless. */
final class UndertakingFields {
  private static final String CONTROLLER = "controller";

  private UndertakingFields() {}

  static void put(Map<String, Object> fields, Undertaking what) {
    fields.put(CONTROLLER, what.controller());
    fields.put("operations", joined(what.operations()));
    fields.put("categories", joined(what.categories()));
    fields.put("recipients", joined(what.recipients()));
    fields.put("kept_days", what.kept().days());
    fields.put("kept_longest", what.kept().longest());
  }

  static @Nullable Undertaking read(Map<String, Object> fields) {
    if (!fields.containsKey(CONTROLLER)) {
      return null;
    }
    return new Undertaking(
        ConsentCodec.text(fields, CONTROLLER),
        split(fields, "operations", name -> name),
        split(fields, "categories", DataCategory::of),
        split(fields, "recipients", RecipientId::of),
        new Undertaking.Kept(
            ConsentCodec.number(fields, "kept_days"), ConsentCodec.number(fields, "kept_longest")));
  }

  private static String joined(Collection<?> names) {
    return names.stream().map(Object::toString).sorted().collect(Collectors.joining(" "));
  }

  private static <T> Set<T> split(
      Map<String, Object> fields, String name, Function<String, T> make) {
    String text = ConsentCodec.text(fields, name);
    return text.isEmpty()
        ? Set.of()
        : Arrays.stream(text.split(" ")).map(make).collect(Collectors.toSet());
  }
}
