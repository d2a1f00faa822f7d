package dev.roundtable.panelist;

import java.math.BigDecimal;

/** US dollars per million tokens. */
public record Price(BigDecimal input, BigDecimal output) {}
