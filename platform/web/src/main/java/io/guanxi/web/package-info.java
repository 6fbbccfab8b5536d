/** HTTP as every service speaks it: who calls, what is refused and how, retries that have one effect, lists by page. */
@NullMarked
package io.guanxi.web;

import org.jspecify.annotations.NullMarked;
