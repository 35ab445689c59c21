/// What every service stands on: settings, start, health, end.
@NullMarked
package dev.breakwater.shop.support.chassis;

import org.jspecify.annotations.NullMarked;
