package io.guanxi.test.violators.doorsknoweachother.web;

import io.guanxi.test.violators.doorsknoweachother.messaging.Published;

record Answer(Published published) {}
