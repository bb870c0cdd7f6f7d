package eu.sotto.records;

/** The workers of this package, which call one another. */
final class Rooms {
  private final RecordIndex index;
  private final Calls calls;
  private final Buckets buckets;
  private final Keeping keeping;
  private final Settling settling;
  private final Disposing disposing;
  private final Reading reading;
  private final Anonymous anonymous;
  private final String metadataClass;

  Rooms(Parts parts, Shield shield, String metadataClass) {
    this.anonymous = new Anonymous(parts);
    this.metadataClass = metadataClass;
    this.index = new RecordIndex(parts.index());
    this.calls = new Calls(parts);
    this.buckets = new Buckets(parts);
    this.reading = new Reading(parts, index, calls, shield);
    this.disposing = new Disposing(parts, index);
    this.settling = new Settling(parts, index, calls, buckets);
    this.keeping = new Keeping(parts, this);
  }

  /** Settles every call of which that was interrupted. */
  void settleAll() {
    calls.unsettled().forEach(row -> settling.settle(row.token()));
  }

  Anonymous anonymous() {
    return anonymous;
  }

  /** The class of call metadata, or empty. */
  String metadataClass() {
    return metadataClass;
  }

  RecordIndex index() {
    return index;
  }

  Calls calls() {
    return calls;
  }

  Buckets buckets() {
    return buckets;
  }

  Keeping keeping() {
    return keeping;
  }

  Settling settling() {
    return settling;
  }

  Disposing disposing() {
    return disposing;
  }

  Reading reading() {
    return reading;
  }
}
