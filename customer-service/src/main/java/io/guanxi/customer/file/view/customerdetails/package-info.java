/** Answers: what is known of this customer? And: for which customers may time alone have changed the stage? */
@NullMarked
package io.guanxi.customer.file.view.customerdetails;

import org.jspecify.annotations.NullMarked;
