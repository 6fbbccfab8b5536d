/** Asks for rehearsals and shows what they find. */
@NullMarked
package io.guanxi.loyalty.rehearsal.web;

import org.jspecify.annotations.NullMarked;
