/// notification-service: tells clients how their orders ended, and welcomes users.
@NullMarked
package dev.breakwater.shop.notification;

import org.jspecify.annotations.NullMarked;
