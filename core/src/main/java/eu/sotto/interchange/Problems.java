package eu.sotto.interchange;

import eu.sotto.register.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with a document, in the order of the document. Used by one thread. */
final class Problems {
  private static final int MAX = 100;
  private static final Comparator<Problem.@Nullable Position> IN_ORDER =
      Comparator.nullsFirst(
          Comparator.comparingInt(Problem.Position::line)
              .thenComparingInt(Problem.Position::column));

  private final List<Problem> found = new ArrayList<>();

  /** Adds a problem; after a hundred there is nothing to be learnt from more. */
  void add(Problem problem) {
    if (found.size() < MAX) {
      found.add(problem);
    }
  }

  boolean none() {
    return found.isEmpty();
  }

  List<Problem> all() {
    return found.stream().sorted(Comparator.comparing(Problem::position, IN_ORDER)).toList();
  }
}
