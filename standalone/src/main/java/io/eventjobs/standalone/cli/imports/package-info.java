/** What is submitted: the sessions of a schedule that are new or have changed, tables and lists of sessions, requests of the API. */
@NullMarked
package io.eventjobs.standalone.cli.imports;

import org.jspecify.annotations.NullMarked;
