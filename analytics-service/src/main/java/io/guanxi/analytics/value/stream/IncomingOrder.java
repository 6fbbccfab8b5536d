package io.guanxi.analytics.value.stream;

import io.guanxi.analytics.value.domain.OrderNews;
import io.guanxi.contracts.CustomerKey;

/** A record that can be used: whose it is, which order it is about, and what it says. */
record IncomingOrder(CustomerKey customer, String shop, String orderId, OrderNews news) {}
