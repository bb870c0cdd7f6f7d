package eu.sotto.rights.running;

import eu.sotto.retention.DisposalMethod;
import eu.sotto.retention.Ground;
import eu.sotto.retention.Release;
import eu.sotto.retention.RuleKind;
import eu.sotto.retention.RuleTrace;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What no reader should meet: the names of constants, and dates as machines write them. */
public final class Codes {
  private static final Pattern WORD = Pattern.compile("[A-Z][A-Z_]+[A-Z]");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private Codes() {}

  /** Every constant of every enum of the library that a text could name. */
  private static final class Constants {
    static final Set<String> ALL = all();

    private static Set<String> all() {
      List<Class<?>> types =
          new ArrayList<>(
              List.of(
                  RuleKind.class,
                  RuleTrace.Role.class,
                  Ground.class,
                  Release.Kind.class,
                  DisposalMethod.class));
      try {
        Path home =
            Path.of(AccessPage.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(home.resolve("eu"))) {
          for (Path file : files.filter(one -> one.toString().endsWith(".class")).toList()) {
            String name = home.relativize(file).toString().replace(File.separatorChar, '.');
            types.add(
                Class.forName(
                    name.substring(0, name.length() - 6),
                    false,
                    AccessPage.class.getClassLoader()));
          }
        }
      } catch (IOException | URISyntaxException | ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
      return types.stream()
          .filter(Class::isEnum)
          .flatMap(type -> Arrays.stream(type.getEnumConstants()))
          .map(one -> ((Enum<?>) one).name())
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  public static int known() {
    return Constants.ALL.size();
  }

  /** The codes and machine dates in a text. */
  public static List<String> in(String text) {
    List<String> found =
        WORD.matcher(text)
            .results()
            .map(MatchResult::group)
            .filter(word -> word.contains("_") || Constants.ALL.contains(word))
            .collect(Collectors.toList());
    DAY.matcher(text).results().map(MatchResult::group).forEach(found::add);
    return List.copyOf(found);
  }
}
