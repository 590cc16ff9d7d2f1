/** What a worker tells Kubernetes about its pod: how much would be lost if it were chosen when fewer pods are needed. */
@NullMarked
package io.eventjobs.worker.kubernetes;

import org.jspecify.annotations.NullMarked;
