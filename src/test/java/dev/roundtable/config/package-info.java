@NullMarked
package dev.roundtable.config;

import org.jspecify.annotations.NullMarked;
