package io.guanxi.test.violators.patternname;

class TicketManager {}
