package eu.sotto.session;

import eu.sotto.crypto.Bytes;
import eu.sotto.interchange.VconParts;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordId;
import eu.sotto.records.RecordKind;
import eu.sotto.register.Direction;
import eu.sotto.register.Purpose;
import eu.sotto.store.StoreException;
import eu.sotto.store.StoreException.Fault;
import eu.sotto.vocabulary.DataCategory;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** Gathers of a call what one purpose allows to be handed over: nothing that another one keeps. */
final class Disclosing {
  /** Without this category a purpose does not tell anybody how the caller is reached. */
  private static final DataCategory CONTACT = DataCategory.of("contact");

  private final Engine engine;
  private final CallSession session;
  private final Purpose purpose;
  private final Predicate<RecordEntry> which;

  Disclosing(Engine engine, CallSession session, Purpose purpose) {
    this(engine, session, purpose, entry -> true);
  }

  /** Of what is kept only some. */
  Disclosing(Engine engine, CallSession session, Purpose purpose, Predicate<RecordEntry> which) {
    this.engine = engine;
    this.session = session;
    this.purpose = purpose;
    this.which = which;
  }

  VconParts parts(UUID id, VconParts.Basis basis, Function<RecordId, Optional<URI>> where) {
    List<VconParts.Recording> recordings = new ArrayList<>();
    List<VconParts.Text> texts = new ArrayList<>();
    for (RecordEntry entry : session.records()) {
      if (entry.what().purpose().equals(purpose.id()) && which.test(entry)) {
        if (entry.what().kind() == RecordKind.RECORDING) {
          recordings.add(recording(entry, where));
        } else {
          texts.add(text(entry));
        }
      }
    }
    return new VconParts(id, engine.clock().instant(), talk(), recordings, texts, basis);
  }

  private VconParts.Talk talk() {
    String caller = purpose.categories().contains(CONTACT) ? number() : "";
    return new VconParts.Talk(
        caller,
        engine.register().controller().name(),
        session.line().direction() == Direction.INBOUND,
        session.answeredAt(),
        session.state().ended());
  }

  /** As it is kept now: the session may know it from before the call's metadata ended. */
  private String number() {
    return engine.records().calls().numberOf(session.id()).orElse("");
  }

  private VconParts.Recording recording(
      RecordEntry entry, Function<RecordId, Optional<URI>> where) {
    Bytes hash = read(entry, in -> VconParts.Recording.hash(in));
    return new VconParts.Recording(
        entry.id().toString(), hash, where.apply(entry.id()).orElse(null));
  }

  private VconParts.Text text(RecordEntry entry) {
    String text = read(entry, in -> new String(in.readAllBytes(), StandardCharsets.UTF_8));
    return new VconParts.Text(
        entry.what().kind().name().toLowerCase(Locale.ROOT),
        text,
        entry.what().labels().getOrDefault("language", ""),
        entry.what().labels().getOrDefault("model", ""),
        entry.keptAt());
  }

  /** Takes something from what was kept. */
  private interface Reading<T> {
    T from(InputStream content) throws IOException;
  }

  private <T> T read(RecordEntry entry, Reading<T> reading) {
    try (InputStream content = Channels.newInputStream(engine.records().open(entry.id()))) {
      return reading.from(content);
    } catch (IOException e) {
      throw new StoreException(Fault.UNAVAILABLE, "a kept content", e);
    }
  }
}
