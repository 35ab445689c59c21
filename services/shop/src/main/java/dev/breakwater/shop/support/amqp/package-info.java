/// Publishing to and consuming from RabbitMQ.
@NullMarked
package dev.breakwater.shop.support.amqp;

import org.jspecify.annotations.NullMarked;
