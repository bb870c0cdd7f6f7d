import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Writes docs/requirements.md from docs/requirements.tsv and the tags of all tests.
 *
 * <p>{@code java .ci/Requirements.java write} writes it, {@code check} fails if it is not current.
 * A tag on a class counts for each of its tests; a tag that names no known requirement fails.
 */
final class Requirements {
  private static final Path TABLE = Path.of("docs", "requirements.tsv");
  private static final Path PAGE = Path.of("docs", "requirements.md");
  private static final Set<String> TESTS =
      Set.of(
          "Test",
          "ParameterizedTest",
          "RepeatedTest",
          "TestFactory",
          "TestTemplate",
          "Property",
          "Example",
          "FuzzTest");

  private final Map<String, Set<String>> testsById = new TreeMap<>();

  /**
   * Writes or checks the page.
   *
   * @param arguments {@code write} or {@code check}
   * @throws IOException if the project cannot be read or the page not be written
   */
  public static void main(String[] arguments) throws IOException {
    String mode = arguments.length == 1 ? arguments[0] : "";
    if (!mode.equals("write") && !mode.equals("check")) {
      fail("usage: java .ci/Requirements.java write|check");
    }
    Requirements requirements = new Requirements();
    requirements.readTags(testSources());
    String page = requirements.page(Files.readAllLines(TABLE));
    if (mode.equals("write")) {
      Files.writeString(PAGE, page);
    } else if (!Files.exists(PAGE) || !Files.readString(PAGE).equals(page)) {
      fail(PAGE + " is not current: run java .ci/Requirements.java write");
    }
  }

  private static void fail(String message) {
    System.err.println(message);
    System.exit(1);
  }

  private static List<Path> testSources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(""))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> file.toString().replace('\\', '/').contains("src/test/java/"))
          .sorted()
          .toList();
    }
  }

  private void readTags(List<Path> sources) throws IOException {
    if (sources.isEmpty()) {
      fail("no tests found: run this in the root of the project");
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources));
      for (CompilationUnitTree unit : task.parse()) {
        new Tags().scan(unit, null);
      }
    }
  }

  /** Walks one source and notes each test under the tags of itself and of the classes around it. */
  private final class Tags extends TreeScanner<Void, Void> {
    private final Deque<String> names = new ArrayDeque<>();
    private final Deque<Set<String>> tags = new ArrayDeque<>();

    @Override
    public Void visitClass(ClassTree type, Void unused) {
      names.addLast(type.getSimpleName().toString());
      tags.addLast(tagsOf(type.getModifiers()));
      super.visitClass(type, unused);
      tags.removeLast();
      names.removeLast();
      return null;
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
      Set<String> all = tagsOf(method.getModifiers());
      String test = String.join(".", names) + "." + method.getName();
      boolean runs =
          method.getModifiers().getAnnotations().stream().anyMatch(a -> TESTS.contains(name(a)));
      if (!runs && !all.isEmpty()) {
        fail(test + " carries a tag but is no test");
      }
      if (runs) {
        tags.forEach(all::addAll);
        all.forEach(tag -> testsById.computeIfAbsent(tag, t -> new TreeSet<>()).add(test));
      }
      return super.visitMethod(method, unused);
    }
  }

  private static Set<String> tagsOf(ModifiersTree modifiers) {
    Set<String> tags = new LinkedHashSet<>();
    modifiers.getAnnotations().forEach(annotation -> collect(annotation, tags));
    return tags;
  }

  private static void collect(AnnotationTree annotation, Collection<String> tags) {
    if (!Set.of("Tag", "Tags", "TagList").contains(name(annotation))) {
      return;
    }
    for (ExpressionTree argument : annotation.getArguments()) {
      ExpressionTree value =
          argument instanceof AssignmentTree named ? named.getExpression() : argument;
      List<? extends ExpressionTree> parts =
          value instanceof NewArrayTree many ? many.getInitializers() : List.of(value);
      for (ExpressionTree part : parts) {
        if (part instanceof AnnotationTree inner) {
          collect(inner, tags);
        } else if (part instanceof LiteralTree literal) {
          tags.add(String.valueOf(literal.getValue()));
        } else {
          fail("a tag must be a plain text: " + annotation);
        }
      }
    }
  }

  private static String name(AnnotationTree annotation) {
    String full = annotation.getAnnotationType().toString();
    return full.substring(full.lastIndexOf('.') + 1);
  }

  private String page(List<String> rows) {
    List<String[]> requirements = rows.stream().skip(1).map(row -> row.split("\t", -1)).toList();
    refuseUnknown(requirements.stream().map(row -> row[0]).collect(Collectors.toSet()));
    long shown = requirements.stream().filter(row -> testsById.containsKey(row[0])).count();
    List<String> lines = new ArrayList<>();
    lines.add("# Requirements and the tests that show them");
    lines.add("");
    lines.add("Generated by `java .ci/Requirements.java write` from `docs/requirements.tsv` and the");
    lines.add("tags of the tests; do not edit. A requirement without a tagged test is **open**.");
    lines.add("");
    lines.add(shown + " of " + requirements.size() + " are shown by at least one test.");
    String section = "";
    for (String[] row : requirements) {
      if (!row[1].equals(section)) {
        section = row[1];
        lines.addAll(List.of("", "## " + section, "", "| id | promise | tests |", "|---|---|---|"));
      }
      lines.add("| " + row[0] + " | " + row[2] + " | " + tests(row[0]) + " |");
    }
    return String.join("\n", lines) + "\n";
  }

  private void refuseUnknown(Set<String> known) {
    testsById.keySet().stream()
        .filter(tag -> tag.matches("[RS]\\d+") && !known.contains(tag))
        .forEach(tag -> fail("the tag " + tag + " names no requirement of " + TABLE));
  }

  private String tests(String id) {
    Set<String> tests = testsById.getOrDefault(id, Set.of());
    return tests.isEmpty()
        ? "**open**"
        : tests.stream().map(test -> "`" + test + "`").collect(Collectors.joining("<br>"));
  }
}
