package eu.sotto.interchange;

import eu.sotto.register.Problem;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a document, in the order in which it was found. Used by one thread. */
final class Problems {
  private static final int MAX = 100;

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
    return List.copyOf(found);
  }
}
