package eu.sotto.register;

import eu.sotto.notice.Notice;
import eu.sotto.notice.NoticePart;
import eu.sotto.permit.Operation;
import eu.sotto.vocabulary.PurposeId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a register must not say about the consents that it asks for, and about its staff's. */
final class ConsentContradictions {
  private static final Comparator<PurposeId> BY_NAME = Comparator.comparing(PurposeId::value);

  private final Register register;
  private final List<Problem> found = new ArrayList<>();

  private ConsentContradictions(Register register) {
    this.register = register;
  }

  static List<Problem> of(Register register) {
    ConsentContradictions contradictions = new ConsentContradictions(register);
    for (int i = 0; i < register.purposes().size(); i++) {
      contradictions.purpose(register.purposes().get(i), "$.purposes[" + i + "]");
    }
    for (int i = 0; i < register.staff().size(); i++) {
      contradictions.staff(register.staff().get(i), "$.staff[" + i + "]");
    }
    return contradictions.found;
  }

  private void purpose(Purpose purpose, String path) {
    boolean advertises = purpose.is(ConsentMark.TELEPHONE_ADVERTISING);
    if (advertises && !purpose.operations().contains(Operation.CONTACT)) {
      add(path + ".consentMarks", "advertising by telephone, but nobody is contacted");
    }
    if (purpose.keptOn().filter(KeepGround.SECOND_BASIS::equals).isEmpty()) {
      return;
    }
    for (int i = 0; i < register.notices().size(); i++) {
      Notice notice = register.notices().get(i);
      if (notice.question(purpose.id()).isPresent() && !notice.tells(NoticePart.SECOND_BASIS)) {
        add(
            "$.notices[" + i + "].parts",
            "asks about "
                + purpose.id()
                + ", which is kept on a second basis, and does not tell SECOND_BASIS");
      }
    }
  }

  private void staff(Standing standing, String path) {
    for (PurposeId purpose : standing.purposes().stream().sorted(BY_NAME).toList()) {
      if (register.purpose(purpose).isEmpty()) {
        add(path + ".purposes", "unknown purpose " + purpose);
      }
    }
  }

  private void add(String path, String message) {
    found.add(Problem.at(path, message));
  }
}
