/** Acts without being asked: the nightly review of life cycles. */
@NullMarked
package io.guanxi.customer.file.process;

import org.jspecify.annotations.NullMarked;
