package dev.roundtable.panelist;

/** How a model has to be asked, and whether it is asked at all. */
final class Standing {
  private final Bench bench;
  private volatile Rung rung;

  private Standing(Bench bench, Rung rung) {
    this.bench = bench;
    this.rung = rung;
  }

  /** Of a model that nothing is known of. */
  static Standing of(Provider provider, ModelSettings settings) {
    var bench = new Bench(provider.id() + "/" + settings.model(), provider.timer());
    return new Standing(bench, settings.structured().orElse(Rung.SCHEMA));
  }

  Bench bench() {
    return bench;
  }

  Rung rung() {
    return rung;
  }

  void stepDownTo(Rung lower) {
    rung = lower;
  }
}
