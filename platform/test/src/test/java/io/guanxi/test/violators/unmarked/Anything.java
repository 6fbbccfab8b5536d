package io.guanxi.test.violators.unmarked;

record Anything(String value) {}
