package eu.sotto.register;

import eu.sotto.notice.Notice;
import eu.sotto.vocabulary.NoticeId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Every wording of every notice, and which of them is given to whom. */
final class Notices {
  private final List<Notice> all;
  private final Locale defaultLanguage;

  Notices(List<Notice> all, Locale defaultLanguage) {
    this.all = List.copyOf(all);
    this.defaultLanguage = defaultLanguage;
  }

  List<Notice> all() {
    return all;
  }

  Optional<Notice> newest(NoticeId id, Locale language) {
    List<Notice> newest = newestVersion(id);
    return first(newest, n -> n.language().equals(language))
        .or(() -> first(newest, n -> sameLanguage(n.language(), language)))
        .or(() -> first(newest, n -> n.language().equals(defaultLanguage)));
  }

  Optional<Notice> exact(NoticeId id, String version, Locale language) {
    return first(
        all,
        n -> n.id().equals(id) && n.version().equals(version) && n.language().equals(language));
  }

  List<Notice> newestVersion(NoticeId id) {
    List<Notice> versions = all.stream().filter(n -> n.id().equals(id)).toList();
    return versions.stream()
        .max(Comparator.comparing(n -> n, Notice::compareVersion))
        .map(max -> versions.stream().filter(n -> n.compareVersion(max) == 0).toList())
        .orElse(List.of());
  }

  private static boolean sameLanguage(Locale a, Locale b) {
    return a.getLanguage().equals(b.getLanguage());
  }

  private static Optional<Notice> first(List<Notice> notices, Predicate<Notice> wanted) {
    return notices.stream().filter(wanted).findFirst();
  }
}
