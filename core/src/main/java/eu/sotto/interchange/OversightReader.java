package eu.sotto.interchange;

import eu.sotto.register.AutomatedDecision;
import eu.sotto.register.AutomatedDecision.Door;
import eu.sotto.register.AutomatedDecision.Doors;
import eu.sotto.register.AutomatedDecision.Effect;
import eu.sotto.register.AutomatedDecision.Intervention;
import eu.sotto.register.AutomatedDecision.Logic;
import eu.sotto.register.AutomatedDecision.SpecialDoor;
import eu.sotto.register.RecurringReview;
import eu.sotto.register.RegisterBuilder;
import eu.sotto.retention.calendar.RetentionTerm;
import eu.sotto.vocabulary.PurposeId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Reads what is declared about automated decisions and recurring reviews. */
final class OversightReader {
  private static final String TERM = "a term of days, months or years such as P1Y";

  private OversightReader() {}

  static void read(Fields root, RegisterBuilder builder) {
    root.objects("automatedDecisions", OversightReader::decision)
        .forEach(builder::automatedDecision);
    root.objects("reviews", OversightReader::recurring).forEach(builder::review);
  }

  private static AutomatedDecision decision(Fields f) {
    Part<PurposeId> purpose = f.text("purpose", PurposeId::of, RegisterReader.NAME);
    Part<Effect> effect = f.choice("effect", Effect.class);
    Part<Door> door = f.optionalObject("door", OversightReader::door);
    Part<SpecialDoor> special = f.optionalObject("special", OversightReader::special);
    Part<Intervention> review = f.object("review", OversightReader::intervention);
    Part<String> procedure = f.text("procedure");
    List<String> principles = f.texts("principles", s -> s, "a text");
    if (unread("door", door, f) || unread("special", special, f)) {
      return Part.<AutomatedDecision>missing().value();
    }
    return new AutomatedDecision(
        purpose.value(),
        effect.value(),
        new Doors(door.orNull(), special.orNull()),
        review.value(),
        new Logic(procedure.value(), principles));
  }

  private static boolean unread(String field, Part<?> part, Fields f) {
    return f.has(field) && !part.present();
  }

  private static Door door(Fields f) {
    Part<Door.Article> kind = f.choice("kind", Door.Article.class);
    Part<String> evidence = f.optionalText("evidence", s -> s, "a text");
    return new Door(kind.value(), evidence.orNull());
  }

  private static SpecialDoor special(Fields f) {
    Part<SpecialDoor.Exemption> kind = f.choice("kind", SpecialDoor.Exemption.class);
    Part<String> evidence = f.optionalText("evidence", s -> s, "a text");
    return new SpecialDoor(kind.value(), evidence.orNull());
  }

  private static Intervention intervention(Fields f) {
    Part<String> route = f.text("route");
    Set<String> reviewers = f.names("reviewers", s -> PurposeId.of(s).value(), RegisterReader.NAME);
    Part<Boolean> always = f.optionalFlag("always");
    return new Intervention(route.value(), reviewers, always.or(true));
  }

  private static RecurringReview recurring(Fields f) {
    Part<String> id = f.text("id", s -> PurposeId.of(s).value(), RegisterReader.NAME);
    Part<RecurringReview.Topic> topic = f.choice("topic", RecurringReview.Topic.class);
    Part<RetentionTerm> interval = f.text("interval", RetentionTerm::parse, TERM);
    Part<String> function = f.text("function", s -> PurposeId.of(s).value(), RegisterReader.NAME);
    Part<LocalDate> since = f.text("since", LocalDate::parse, PurposeReader.DATE);
    return new RecurringReview(
        id.value(), topic.value(), interval.value(), function.value(), since.value());
  }
}
