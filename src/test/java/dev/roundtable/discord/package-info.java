@NullMarked
package dev.roundtable.discord;

import org.jspecify.annotations.NullMarked;
