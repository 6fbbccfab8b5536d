/** Answers: what is the present profile of each customer? As a compacted topic, for those who may have personal data. */
@NullMarked
package io.guanxi.customer.file.view.customerprofile;

import org.jspecify.annotations.NullMarked;
