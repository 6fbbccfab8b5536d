/** Rehearses all accounts of a tenant, step by step, and keeps what it finds about each. */
@NullMarked
package io.guanxi.loyalty.rehearsal.job;

import org.jspecify.annotations.NullMarked;
