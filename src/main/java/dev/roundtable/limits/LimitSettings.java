package dev.roundtable.limits;

import java.math.BigDecimal;

/** The most that may be spent, in US dollars. */
public record LimitSettings(BigDecimal debate, BigDecimal userPerDay, BigDecimal workspacePerDay) {}
