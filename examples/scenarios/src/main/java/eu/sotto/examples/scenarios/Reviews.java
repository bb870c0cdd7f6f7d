package eu.sotto.examples.scenarios;

import static eu.sotto.examples.scenarios.Checks.must;

import eu.sotto.oversight.ReviewDue;
import eu.sotto.vocabulary.Actor;
import java.time.LocalDate;

/** Shows that what has to be looked at again and again is asked for in time. Stateless. */
final class Reviews {
  private Reviews() {}

  /** Due on a day, overdue after it, and done by the function that is responsible only. */
  static String everyInterval(
      Stage stage, String id, Actor responsible, Actor other, LocalDate due) {
    ReviewDue first = of(stage, id);
    must(first.due().equals(due), id + " is due on " + first.due());
    stage.clock().setNoon(due.plusDays(1), stage.register().zone());
    must(of(stage, id).status() == ReviewDue.Status.OVERDUE, id + " is not overdue after its day");
    refused(stage, id, other);
    stage.privacy().oversight().reviewed(id, responsible);
    ReviewDue done = of(stage, id);
    must(done.status() == ReviewDue.Status.DONE, id + " is " + done.status() + " although done");
    must(done.due().isAfter(due), id + " does not come again");
    return id
        + " due "
        + due
        + ", then overdue; done by "
        + responsible.role()
        + ", next "
        + done.due();
  }

  private static void refused(Stage stage, String id, Actor other) {
    try {
      stage.privacy().oversight().reviewed(id, other);
    } catch (IllegalArgumentException e) {
      return;
    }
    throw new NotShown(id + " was done by " + other.role());
  }

  private static ReviewDue of(Stage stage, String id) {
    return stage.privacy().oversight().reviewsDue().stream()
        .filter(review -> review.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotShown("nobody is asked to review " + id));
  }
}
