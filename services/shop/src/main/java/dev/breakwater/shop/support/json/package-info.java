/// JSON text, trees and fields, checked.
@NullMarked
package dev.breakwater.shop.support.json;

import org.jspecify.annotations.NullMarked;
