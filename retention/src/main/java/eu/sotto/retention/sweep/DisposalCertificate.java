package eu.sotto.retention.sweep;

import eu.sotto.retention.DisposalMethod;
import eu.sotto.retention.RuleId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was disposed of, when, under which rule, by which method, on which stores and copies, and
 * what is pending. It holds numbers and names of classes and rules, no personal data and no id.
 *
 * @param issuedAt when it was issued
 * @param lines what was disposed of, in a fixed order
 * @param copies what became of each store and copy, in the order of their names
 */
public record DisposalCertificate(Instant issuedAt, List<Line> lines, List<Copy> copies) {
  private static final Comparator<Line> ORDER =
      Comparator.comparing(Line::retentionClass)
          .thenComparing(line -> String.valueOf(line.rules()))
          .thenComparing(Line::method);

  /** Sorts and copies the lists. */
  public DisposalCertificate {
    Objects.requireNonNull(issuedAt, "issuedAt");
    lines = lines.stream().sorted(ORDER).toList();
    copies = copies.stream().sorted(Comparator.comparing(Copy::store)).toList();
  }

  /**
   * Records of one class that went under the same rules by the same method.
   *
   * @param retentionClass the name of the class
   * @param rules the rules that decided, or the ground where no rule did
   * @param method how they ended
   * @param count how many
   * @param first when the first one went
   * @param last when the last one went
   */
  public record Line(
      String retentionClass,
      List<String> rules,
      DisposalMethod method,
      long count,
      Instant first,
      Instant last) {
    /** Copies the rules. */
    public Line {
      Objects.requireNonNull(retentionClass, "retentionClass");
      rules = List.copyOf(rules);
      Objects.requireNonNull(method, "method");
      Objects.requireNonNull(first, "first");
      Objects.requireNonNull(last, "last");
    }
  }

  /**
   * What became of one store or copy.
   *
   * @param store its name, such as {@code primary} or {@code backup-2026-w47}
   * @param pendingUntil when its last trace is gone, if it is not yet
   */
  public record Copy(String store, Optional<Instant> pendingUntil) {
    /** Refuses names with line breaks, which would forge lines of the text. */
    public Copy {
      Objects.requireNonNull(pendingUntil, "pendingUntil");
      if (store.isBlank() || store.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException("store must be a name without control characters");
      }
    }

    /**
     * A copy in which nothing is left.
     *
     * @param store its name
     * @return the copy
     */
    public static Copy done(String store) {
      return new Copy(store, Optional.empty());
    }

    /**
     * A copy in which something is left for now.
     *
     * @param store its name
     * @param until when its last trace is gone
     * @return the copy
     */
    public static Copy pending(String store, Instant until) {
      return new Copy(store, Optional.of(until));
    }
  }

  /**
   * Certifies an execution.
   *
   * @param executed what was executed
   * @param copies every store and copy that held the records
   * @param issuedAt when the certificate is issued
   * @return the certificate
   */
  public static DisposalCertificate of(
      Execution.Executed<?> executed, List<Copy> copies, Instant issuedAt) {
    TreeMap<String, Line> lines = new TreeMap<>();
    for (Execution.Disposed<?> disposed : executed.disposed()) {
      Line line = line(disposed);
      lines.merge(
          line.retentionClass() + '\n' + line.rules() + line.method(),
          line,
          DisposalCertificate::add);
    }
    return new DisposalCertificate(issuedAt, new ArrayList<>(lines.values()), copies);
  }

  private static Line line(Execution.Disposed<?> disposed) {
    List<String> rules = disposed.disposal().because().rules().stream().map(RuleId::name).toList();
    List<String> reasons =
        rules.isEmpty() ? List.of(disposed.disposal().because().ground().name()) : rules;
    return new Line(
        disposed.retentionClass(),
        reasons,
        disposed.disposal().how(),
        1,
        disposed.at(),
        disposed.at());
  }

  private static Line add(Line one, Line other) {
    return new Line(
        one.retentionClass(),
        one.rules(),
        one.method(),
        one.count() + other.count(),
        one.first().isBefore(other.first()) ? one.first() : other.first(),
        one.last().isAfter(other.last()) ? one.last() : other.last());
  }

  /**
   * Says whether something is left in a copy.
   *
   * @return whether a copy is pending
   */
  public boolean isPending() {
    return copies.stream().anyMatch(copy -> copy.pendingUntil().isPresent());
  }

  /**
   * The certificate as text, always the same for the same certificate.
   *
   * @return lines ended by line feeds
   */
  public String text() {
    StringBuilder text = new StringBuilder("sotto disposal certificate v1\n");
    text.append("issued ").append(issuedAt).append('\n');
    for (Line line : lines) {
      text.append("disposed ").append(line.count()).append(' ').append(line.retentionClass());
      text.append(' ').append(line.method()).append(' ').append(line.first()).append(' ');
      text.append(line.last()).append(' ');
      text.append(line.rules().stream().collect(Collectors.joining(","))).append('\n');
    }
    for (Copy copy : copies) {
      text.append("copy ").append(copy.store()).append(' ');
      text.append(copy.pendingUntil().map(until -> "pending " + until).orElse("done"));
      text.append('\n');
    }
    return text.toString();
  }

  /**
   * The bytes to sign: the text in UTF-8.
   *
   * @return a new array
   */
  public byte[] bytesToSign() {
    return text().getBytes(StandardCharsets.UTF_8);
  }
}
