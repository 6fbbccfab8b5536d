@NullMarked
package io.guanxi.web;

import org.jspecify.annotations.NullMarked;
