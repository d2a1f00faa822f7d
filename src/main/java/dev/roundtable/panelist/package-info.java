/**
 * Those who sit at the table: model providers over OkHttp with one codec per wire format, and
 * scripted panelists.
 */
@NullMarked
package dev.roundtable.panelist;

import org.jspecify.annotations.NullMarked;
