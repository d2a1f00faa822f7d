/** What the program counts, in the format of Prometheus. */
@NullMarked
package dev.roundtable.metrics;

import org.jspecify.annotations.NullMarked;
