/** Commands for users: submit, upload, status, watch, download, restart, cancel, templates. */
@NullMarked
package io.eventjobs.standalone.cli.jobs;

import org.jspecify.annotations.NullMarked;
