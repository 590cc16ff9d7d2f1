@NullMarked
package io.eventjobs.model;

import org.jspecify.annotations.NullMarked;
