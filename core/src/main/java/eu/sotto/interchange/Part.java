package eu.sotto.interchange;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a document that may have failed to be read; then a problem has been reported, and
 * whatever is made of it fails silently.
 */
final class Part<T> {
  private static final Part<?> MISSING = new Part<>(null);

  private final @Nullable T value;

  private Part(@Nullable T value) {
    this.value = value;
  }

  static <T> Part<T> of(T value) {
    return new Part<>(value);
  }

  @SuppressWarnings("unchecked")
  static <T> Part<T> missing() {
    return (Part<T>) MISSING;
  }

  /** Makes a whole of parts, or nothing if one of them is missing. */
  static <T> Part<T> whole(Supplier<T> maker) {
    try {
      return of(maker.get());
    } catch (Missing e) {
      return missing();
    }
  }

  boolean present() {
    return value != null;
  }

  /** The value, which a surrounding {@link #whole} waits for. */
  T value() {
    if (value == null) {
      throw new Missing();
    }
    return value;
  }

  void ifPresent(Consumer<? super T> action) {
    if (value != null) {
      action.accept(value);
    }
  }

  <R> Part<R> map(Function<? super T, ? extends R> function) {
    return value == null ? missing() : of(function.apply(value));
  }

  T or(T other) {
    return value == null ? other : value;
  }

  @Nullable T orNull() {
    return value;
  }

  /** Ends the making of a whole; never leaves this package. */
  private static final class Missing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Missing() {
      super("a part is missing", null, false, false);
    }
  }
}
