/** Commands for users: jobs, batches, conferences, uploads, templates, downloads. */
@NullMarked
package io.eventjobs.standalone.cli.jobs;

import org.jspecify.annotations.NullMarked;
