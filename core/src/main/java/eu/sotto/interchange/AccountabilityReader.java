package eu.sotto.interchange;

import eu.sotto.register.ContactPoint;
import eu.sotto.register.ImpactAssessment;
import eu.sotto.register.IncidentPlan;
import eu.sotto.register.RegisterBuilder;
import eu.sotto.vocabulary.PurposeId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads incident plan and impact assessments. */
final class AccountabilityReader {
  private static final Pattern HOURS = Pattern.compile("PT[0-9]{1,2}H");

  private AccountabilityReader() {}

  static void read(Fields root, RegisterBuilder builder) {
    root.optionalObject("incidentPlan", AccountabilityReader::plan)
        .ifPresent(builder::incidentPlan);
    root.objects("assessments", AccountabilityReader::assessment).forEach(builder::assessment);
  }

  private static IncidentPlan plan(Fields f) {
    List<IncidentPlan.Function> functions = f.objects("functions", AccountabilityReader::function);
    Part<ContactPoint> authority = f.optionalObject("authority", RegisterReader::contactPoint);
    List<ContactPoint> controllers = f.objects("controllers", RegisterReader::contactPoint);
    Part<Duration> persons = hours(f, "personsWithin");
    Part<Duration> toControllers = hours(f, "controllersWithin");
    IncidentPlan.Bounds defaults = IncidentPlan.Bounds.DEFAULT;
    return new IncidentPlan(
        functions,
        authority.orNull(),
        controllers,
        new IncidentPlan.Bounds(
            persons.or(defaults.persons()), toControllers.or(defaults.controllers())));
  }

  private static Part<Duration> hours(Fields f, String name) {
    return f.optionalText(name, AccountabilityReader::duration, "whole hours such as PT24H");
  }

  private static Duration duration(String text) {
    if (!HOURS.matcher(text).matches()) {
      throw new IllegalArgumentException("not hours");
    }
    return Duration.parse(text);
  }

  private static IncidentPlan.Function function(Fields f) {
    Part<String> name = f.text("name");
    Part<String> contact = f.text("contact");
    Set<IncidentPlan.Task> tasks = f.choices("tasks", IncidentPlan.Task.class);
    return new IncidentPlan.Function(name.value(), contact.value(), tasks);
  }

  private static ImpactAssessment assessment(Fields f) {
    Part<String> reference = f.text("reference");
    Part<String> owner = f.text("owner");
    Part<LocalDate> date = f.text("date", LocalDate::parse, PurposeReader.DATE);
    Part<LocalDate> review = f.text("review", LocalDate::parse, PurposeReader.DATE);
    Set<PurposeId> purposes = f.names("purposes", PurposeId::of, RegisterReader.NAME);
    return new ImpactAssessment(
        reference.value(), owner.value(), date.value(), review.value(), purposes);
  }
}
