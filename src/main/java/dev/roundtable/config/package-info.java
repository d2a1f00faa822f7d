/**
 * Reads the folder {@code bot-config} into the settings of the parts, and says everything that is
 * wrong with it at once.
 */
@NullMarked
package dev.roundtable.config;

import org.jspecify.annotations.NullMarked;
