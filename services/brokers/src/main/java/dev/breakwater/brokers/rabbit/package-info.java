/// Qpid Broker-J that speaks RabbitMQ's dialect of AMQP 0-9-1, as a child process.
@NullMarked
package dev.breakwater.brokers.rabbit;

import org.jspecify.annotations.NullMarked;
