package eu.sotto.register;

import eu.sotto.notice.FullText;
import eu.sotto.notice.Notice;
import eu.sotto.notice.NoticePart;
import eu.sotto.permit.Operation;
import eu.sotto.vocabulary.NoticeId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the notices of a register must not leave out. The text itself tells who, what for and that
 * there are rights (WP 260 rev.01, paragraph 36); with the full text it tells all of GDPR Art. 13.
 */
final class NoticeContradictions {
  private static final Set<NoticePart> FIRST_LAYER =
      EnumSet.of(NoticePart.CONTROLLER, NoticePart.PURPOSES, NoticePart.RIGHTS);

  private final Register register;
  private final List<Problem> found = new ArrayList<>();

  private NoticeContradictions(Register register) {
    this.register = register;
  }

  static List<Problem> of(Register register) {
    NoticeContradictions contradictions = new NoticeContradictions(register);
    contradictions.wordings();
    contradictions.lines();
    return contradictions.found;
  }

  private void wordings() {
    Set<NoticePart> required = required();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < register.notices().size(); i++) {
      Notice notice = register.notices().get(i);
      String path = "$.notices[" + i + "]";
      if (!seen.add(key(notice) + "/" + notice.language().toLanguageTag())) {
        add(path, "this version is declared twice in this language");
      }
      parts(notice, path, required);
      translations(notice, path);
    }
  }

  private void parts(Notice notice, String path, Set<NoticePart> required) {
    EnumSet<NoticePart> unsaid = EnumSet.copyOf(FIRST_LAYER);
    unsaid.removeAll(notice.parts());
    if (!unsaid.isEmpty()) {
      add(path + ".parts", "the text itself must tell " + unsaid);
    }
    EnumSet<NoticePart> missing = EnumSet.copyOf(required);
    missing.removeAll(notice.parts());
    FullText full = notice.fullText();
    if (full != null) {
      missing.removeAll(full.parts());
    }
    if (!missing.isEmpty()) {
      add(path + ".fullText", "neither the text nor the full text tells " + missing);
    }
  }

  private Set<NoticePart> required() {
    EnumSet<NoticePart> required =
        EnumSet.of(
            NoticePart.CONTROLLER,
            NoticePart.PURPOSES,
            NoticePart.LEGAL_BASES,
            NoticePart.RETENTION_PERIODS,
            NoticePart.RIGHTS,
            NoticePart.COMPLAINT,
            NoticePart.DUTY_TO_PROVIDE);
    require(
        required, NoticePart.DATA_PROTECTION_OFFICER, register.dataProtectionOfficer().isPresent());
    require(required, NoticePart.RECIPIENTS, !register.recipients().isEmpty());
    require(
        required,
        NoticePart.TRANSFERS,
        register.recipients().stream().anyMatch(r -> r.transfer().isPresent()));
    require(required, NoticePart.WITHDRAWAL, anyBasis(LegalBasis.CONSENT));
    require(required, NoticePart.LEGITIMATE_INTERESTS, anyBasis(LegalBasis.LEGITIMATE_INTERESTS));
    require(
        required,
        NoticePart.AUTOMATED_DECISIONS,
        register.purposes().stream()
            .map(Purpose::operations)
            .anyMatch(o -> o.contains(Operation.DECIDE) || o.contains(Operation.PROFILE)));
    return required;
  }

  private static void require(Set<NoticePart> required, NoticePart part, boolean when) {
    if (when) {
      required.add(part);
    }
  }

  private boolean anyBasis(LegalBasis basis) {
    return register.purposes().stream().anyMatch(p -> p.basis() == basis);
  }

  private void translations(Notice notice, String path) {
    Notice original = firstOfVersion(notice);
    if (!original.parts().equals(notice.parts())) {
      add(path + ".parts", "tells other parts than the same version in another language");
    }
    if (!original.questions().keySet().equals(notice.questions().keySet())) {
      add(path + ".questions", "asks for other purposes than the same version in another language");
    }
    boolean inDefault =
        sameVersion(notice).stream().anyMatch(n -> n.language().equals(register.defaultLanguage()));
    if (original.equals(notice) && !inDefault) {
      add(
          path + ".language",
          "this version does not exist in the default language "
              + register.defaultLanguage().toLanguageTag());
    }
  }

  private String key(Notice notice) {
    return notice.id() + "/" + firstOfVersion(notice).version();
  }

  private Notice firstOfVersion(Notice notice) {
    return sameVersion(notice).stream().findFirst().orElse(notice);
  }

  private List<Notice> sameVersion(Notice notice) {
    return register.notices().stream()
        .filter(n -> n.id().equals(notice.id()) && n.compareVersion(notice) == 0)
        .toList();
  }

  private void lines() {
    for (int i = 0; i < register.lines().size(); i++) {
      Line line = register.lines().get(i);
      if (line.ai() && !line.notices().isEmpty() && !disclosed(line)) {
        add(
            "$.lines[" + i + "].notices",
            "an AI system takes part, but no notice of the line tells AI_DISCLOSURE");
      }
    }
  }

  private boolean disclosed(Line line) {
    return line.notices().stream().anyMatch(this::discloses);
  }

  private boolean discloses(NoticeId id) {
    return register.notices().stream()
        .filter(n -> n.id().equals(id))
        .max(Comparator.comparing(n -> n, Notice::compareVersion))
        .filter(n -> n.tells(NoticePart.AI_DISCLOSURE))
        .isPresent();
  }

  private void add(String path, String message) {
    found.add(Problem.at(path, message));
  }
}
