/** Shows accounts, their entries and the reasons for them over HTTP. */
@NullMarked
package io.guanxi.loyalty.account.web;

import org.jspecify.annotations.NullMarked;
