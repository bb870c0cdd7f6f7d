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
public record Page(Locale language, String title, List<Section> sections) {
  /** Copies the list. */
  public Page {
    sections = List.copyOf(sections);
  }

  /**
   * One part under a heading of its own.
   *
   * @param title the heading
   * @param blocks what stands under it, in order
   */
  public record Section(String title, List<Block> blocks) {
    /** Copies the list. */
    public Section {
      blocks = List.copyOf(blocks);
    }

    /**
     * A section.
     *
     * @param title the heading
     * @param blocks what stands under it
     * @return the section
     */
    public static Section of(String title, Block... blocks) {
      return new Section(title, List.of(blocks));
    }
  }

  /** A piece of a section. */
  public sealed interface Block permits Prose, Listing, Table {}

  /**
   * A paragraph.
   *
   * @param text what it says
   */
  public record Prose(String text) implements Block {}

  /**
   * Short lines, one below the other.
   *
   * @param items the lines
   */
  public record Listing(List<String> items) implements Block {
    /** Copies the list. */
    public Listing {
      items = List.copyOf(items);
    }
  }

  /**
   * Rows of equally many cells as the head has.
   *
   * @param head what the columns hold
   * @param rows the rows
   */
  public record Table(List<String> head, List<List<String>> rows) implements Block {
    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if a row has more or fewer cells than the head
     */
    public Table {
      head = List.copyOf(head);
      rows = rows.stream().map(List::copyOf).toList();
      int width = head.size();
      if (rows.stream().anyMatch(row -> row.size() != width)) {
        throw new IllegalArgumentException("every row must have as many cells as the head");
      }
    }
  }
}
