/** What tests share: one platform to run against, tokens, topics, given-when-then, approved files, architecture rules. */
@NullMarked
package io.guanxi.test;

import org.jspecify.annotations.NullMarked;
