package io.guanxi.test.violators.integrationindomain.domain;

import io.guanxi.test.violators.integrationindomain.messaging.OrderPlaced;

record Basket(OrderPlaced order) {}
