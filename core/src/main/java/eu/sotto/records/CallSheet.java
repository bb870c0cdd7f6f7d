package eu.sotto.records;

import eu.sotto.retention.EventName;
import eu.sotto.vocabulary.CallId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What is known of a call, sealed under its subject's content key. */
record CallSheet(
    CallId call, Instant answeredAt, List<Happened> events, Map<String, String> details) {
  static final EventName ENDED = EventName.of("call-ended");

  private static final byte VERSION = 1;

  CallSheet {
    events = List.copyOf(events);
    details = Map.copyOf(details);
  }

  /** One event that can start a period. */
  record Happened(EventName name, Instant at) {}

  CallSheet with(EventName name, Instant at) {
    List<Happened> more = new ArrayList<>(events);
    Happened happened = new Happened(name, at);
    if (!more.contains(happened)) {
      more.add(happened);
    }
    return new CallSheet(call, answeredAt, more, details);
  }

  /** The same call under another identifier, without its number. */
  CallSheet apart(CallId id) {
    Map<String, String> left = new HashMap<>(details);
    left.remove(Calls.NUMBER);
    return new CallSheet(id, answeredAt, events, left);
  }

  /** What is left when number and times went: the days on which periods began. */
  CallSheet bare(UnaryOperator<Instant> startOfDay) {
    Map<String, String> left = new HashMap<>(details);
    left.remove(Calls.NUMBER);
    List<Happened> days =
        events.stream()
            .map(event -> new Happened(event.name(), startOfDay.apply(event.at())))
            .distinct()
            .toList();
    return new CallSheet(call, startOfDay.apply(answeredAt), days, left);
  }

  Optional<Instant> endedAt() {
    return events.stream()
        .filter(event -> event.name().equals(ENDED))
        .map(Happened::at)
        .min(Instant::compareTo);
  }

  byte[] toBytes() {
    return Sheets.write(
        VERSION,
        out -> {
          out.writeUTF(call.value());
          Sheets.write(out, answeredAt);
          out.writeInt(events.size());
          for (Happened event : events) {
            out.writeUTF(event.name().name());
            Sheets.write(out, event.at());
          }
          Sheets.write(out, details);
        });
  }

  static CallSheet from(byte[] bytes) {
    return Sheets.read(
        VERSION,
        bytes,
        in -> {
          CallId call = CallId.of(in.readUTF());
          Instant answeredAt = Sheets.readInstant(in);
          List<Happened> events = new ArrayList<>();
          for (int left = in.readInt(); left > 0; left--) {
            events.add(new Happened(EventName.of(in.readUTF()), Sheets.readInstant(in)));
          }
          return new CallSheet(call, answeredAt, events, Sheets.readMap(in));
        });
  }

  @Override
  public String toString() {
    return "CallSheet[hidden]";
  }
}
