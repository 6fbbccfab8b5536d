package io.guanxi.test.violators.viewcommands.view;

import io.guanxi.test.violators.viewcommands.command.Commands;

record Queue(Commands commands) {}
