/** Creates the topics that a service needs before anything reads or writes them. */
@NullMarked
package io.guanxi.eventing.topics;

import org.jspecify.annotations.NullMarked;
