package eu.sotto.interchange;

import eu.sotto.redaction.Turn;
import eu.sotto.vocabulary.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Collects what was said in a vCon: written text, and transcripts of the forms that are known. */
final class VconTurns {
  private static final int MAX_TURNS = 100_000;

  private final Problems problems;
  private final IntPredicate caller;
  private final int parties;
  private final List<Turn> turns = new ArrayList<>();

  VconTurns(Problems problems, IntPredicate caller, int parties) {
    this.problems = problems;
    this.caller = caller;
    this.parties = parties;
  }

  List<Turn> all() {
    return List.copyOf(turns);
  }

  /** A message. */
  void written(LooseFields dialog, Optional<Integer> from) {
    if (dialog.value("body") instanceof Json.Text text) {
      turns.add(Turn.of(role(from), text.value()));
    } else if (dialog.has("body")) {
      dialog.problem("body", "must be a text");
    }
  }

  /** A transcript: plain text, a list of what each said, or this library's own form. */
  void analysis(LooseFields analysis, List<Instant> dialogStarts) {
    String type = analysis.text("type").orElse("");
    if (!type.startsWith("transcript")) {
      return;
    }
    int dialog = analysis.firstIndex("dialog", dialogStarts.size()).orElse(0);
    Json body = analysis.value("body");
    if (body instanceof Json.Text text) {
      turns.add(Turn.of(Role.PARTICIPANT, text.value()));
    } else if (body instanceof Json.Arr list) {
      spoken(analysis, list, dialogStarts.get(dialog));
    } else if (body instanceof Json.Obj object
        && object.fields().get("text") instanceof Json.Text text) {
      turns.add(Turn.of(Role.PARTICIPANT, text.value()));
    }
  }

  private void spoken(LooseFields analysis, Json.Arr list, Instant start) {
    if (list.elements().size() > MAX_TURNS) {
      analysis.problem("body", "has more than " + MAX_TURNS + " elements");
      return;
    }
    for (Json element : list.elements()) {
      LooseFields part = new LooseFields(element, problems);
      Optional<String> text = part.text("text");
      if (text.isPresent()) {
        String who = part.has("parties") ? "parties" : "party";
        Role role = role(part.firstIndex(who, parties));
        Duration length = part.seconds("duration");
        long from = part.has("start") ? since(start, part.time("start")) : 0;
        turns.add(new Turn(role, text.get(), List.of(), from, from + length.toMillis()));
      }
    }
  }

  private static long since(Instant start, Optional<Instant> time) {
    return Math.max(0, time.map(at -> Duration.between(start, at).toMillis()).orElse(0L));
  }

  /** In a talk of two the one who did not begin it is the host's side. */
  private Role role(Optional<Integer> party) {
    if (party.isEmpty()) {
      return Role.PARTICIPANT;
    }
    if (caller.test(party.get())) {
      return Role.CALLER;
    }
    return parties == 2 ? Role.AGENT : Role.PARTICIPANT;
  }
}
