package io.guanxi.test.violators.commandreadsview.command;

import io.guanxi.test.violators.commandreadsview.view.Balance;

record AccountAggregate(Balance balance) {}
