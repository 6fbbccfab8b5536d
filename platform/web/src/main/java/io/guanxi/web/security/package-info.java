/** Who may use what: tokens are checked, the tenant is taken from them, and what no rule allows is denied. */
@NullMarked
package io.guanxi.web.security;

import org.jspecify.annotations.NullMarked;
