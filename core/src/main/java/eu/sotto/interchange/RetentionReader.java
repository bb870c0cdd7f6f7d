package eu.sotto.interchange;

import eu.sotto.retention.DisposalMethod;
import eu.sotto.retention.EventName;
import eu.sotto.retention.Justification;
import eu.sotto.retention.Material;
import eu.sotto.retention.PurposeName;
import eu.sotto.retention.RetentionClass;
import eu.sotto.retention.RetentionRule;
import eu.sotto.retention.RuleId;
import eu.sotto.retention.RuleKind;
import eu.sotto.retention.Trigger;
import eu.sotto.retention.calendar.RetentionTerm;
import eu.sotto.vocabulary.PurposeId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the classes of retention with their rules. Used once. */
final class RetentionReader {
  private static final String TERM = "a term such as P3M or P6Y;YE";
  private static final String TRIGGER =
      "recorded, an event such as call-ended, or latest: or earliest: with events joined by +";
  private static final String LATEST = "latest:";
  private static final String EARLIEST = "earliest:";
  private static final String RECORDED = Trigger.recorded().toString();
  private static final Pattern PLUS = Pattern.compile("\\+");

  private final Set<RetentionClass> classes = new LinkedHashSet<>();

  List<RetentionRule> rules(Fields root) {
    List<RetentionRule> rules = new ArrayList<>();
    root.objects("retention", this::rulesOfClass).forEach(rules::addAll);
    return rules;
  }

  /** The classes that were named, also if their rules are wrong: one problem is enough. */
  Set<RetentionClass> classes() {
    return classes;
  }

  private List<RetentionRule> rulesOfClass(Fields f) {
    Part<String> name = f.text("class", RetentionReader::name, RegisterReader.NAME);
    Part<Material> material = f.choice("material", Material.class);
    List<RetentionRule> rules = f.objects("rules", r -> rule(r, name, material));
    if (f.empty("rules")) {
      f.problem("rules", "a retention class needs a rule");
    }
    classes.add(new RetentionClass(name.value(), material.value()));
    return rules;
  }

  private static RetentionRule rule(Fields f, Part<String> name, Part<Material> material) {
    Part<RuleId> id = f.optionalText("id", RuleId::of, "an id without blanks");
    Part<RuleKind> kind = f.choice("kind", RuleKind.class);
    Part<Boolean> absolute = f.optionalFlag("absolute");
    Part<Trigger> trigger = trigger(f);
    Part<RetentionTerm> term = f.optionalText("term", RetentionTerm::parse, TERM);
    Part<String> source = f.text("source");
    Part<Justification> why = f.optionalObject("justification", RetentionReader::justification);
    Part<DisposalMethod> disposal = f.optionalChoice("disposal", DisposalMethod.class);
    Part<LocalDate> from = f.optionalText("inForceFrom", LocalDate::parse, PurposeReader.DATE);
    Part<LocalDate> through =
        f.optionalText("inForceThrough", LocalDate::parse, PurposeReader.DATE);
    if (unread("term", term, f) || unread("justification", why, f)) {
      return Part.<RetentionRule>missing().value();
    }
    RetentionRule.Ready ready =
        new RuleCore(kind.value(), absolute.or(false), trigger.value(), term.orNull(), why.orNull())
            .ready(new RetentionClass(name.value(), material.value()), source.value());
    id.ifPresent(ready::id);
    disposal.ifPresent(ready::disposal);
    from.ifPresent(ready::inForceFrom);
    through.ifPresent(ready::inForceThrough);
    return ready.build();
  }

  private static boolean unread(String field, Part<?> part, Fields f) {
    return f.has(field) && !part.present();
  }

  private static Part<Trigger> trigger(Fields f) {
    Part<RetentionTerm> backstop = f.optionalText("backstop", RetentionTerm::parse, TERM);
    Part<String> text = f.text("trigger", RetentionReader::triggerText, TRIGGER);
    boolean recorded = text.or("").equals(RECORDED);
    if (text.present() && recorded == f.has("backstop")) {
      return f.problem(
          "backstop",
          recorded
              ? "the beginning of the record is always known: no backstop"
              : "missing backstop: the event may never come");
    }
    return Part.whole(
        () -> recorded ? Trigger.recorded() : awaiting(text.value()).backstop(backstop.value()));
  }

  private static String triggerText(String text) {
    if (!text.equals(RECORDED)) {
      awaiting(text);
    }
    return text;
  }

  private static Trigger.Awaiting awaiting(String text) {
    boolean earliest = text.startsWith(EARLIEST);
    String names =
        earliest || text.startsWith(LATEST) ? text.substring(text.indexOf(':') + 1) : text;
    EventName[] events =
        Arrays.stream(PLUS.split(names, -1))
            .map(name -> EventName.of(name(name)))
            .toArray(EventName[]::new);
    EventName[] more = Arrays.copyOfRange(events, 1, events.length);
    return earliest ? Trigger.earliestOf(events[0], more) : Trigger.latestOf(events[0], more);
  }

  private static Justification justification(Fields f) {
    Part<PurposeName> purpose =
        f.text("purpose", s -> PurposeName.of(name(s)), RegisterReader.NAME);
    Part<String> reason = f.text("reason");
    Part<Boolean> onlyForClaims = f.optionalFlag("onlyForClaims");
    return new Justification(purpose.value(), reason.value(), onlyForClaims.or(false));
  }

  /** Names in a register have one syntax, whatever the retention engine would take. */
  private static String name(String text) {
    return PurposeId.of(text).value();
  }
}
