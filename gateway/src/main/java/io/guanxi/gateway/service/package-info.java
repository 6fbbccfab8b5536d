/** The services behind the gateway: where they are, and how one that fails is kept from hurting the others. */
@NullMarked
package io.guanxi.gateway.service;

import org.jspecify.annotations.NullMarked;
