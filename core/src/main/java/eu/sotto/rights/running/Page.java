package eu.sotto.rights.running;

import java.util.List;
import java.util.Locale;

/**
 * What people read, as a plain value that knows nothing of how it is shown. Immutable.
 *
 * @param language German or English
 * @param title what it is about
 * @param sections its parts, in order
 */
record Page(Locale language, String title, List<Section> sections) {
  Page {
    sections = List.copyOf(sections);
  }

  /** One part under a heading of its own. */
  record Section(String title, List<Block> blocks) {
    Section {
      blocks = List.copyOf(blocks);
    }

    static Section of(String title, Block... blocks) {
      return new Section(title, List.of(blocks));
    }
  }

  /** A piece of a section. */
  sealed interface Block permits Prose, Listing, Table {}

  /** A paragraph. */
  record Prose(String text) implements Block {}

  /** Short lines, one below the other. */
  record Listing(List<String> items) implements Block {
    Listing {
      items = List.copyOf(items);
    }
  }

  /** Rows of equally many cells as the head has. */
  record Table(List<String> head, List<List<String>> rows) implements Block {
    Table {
      head = List.copyOf(head);
      rows = rows.stream().map(List::copyOf).toList();
      int width = head.size();
      if (rows.stream().anyMatch(row -> row.size() != width)) {
        throw new IllegalArgumentException("every row must have as many cells as the head");
      }
    }
  }
}
