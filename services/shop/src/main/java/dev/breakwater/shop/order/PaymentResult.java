package dev.breakwater.shop.order;

import dev.breakwater.contract.PaymentMessages;
import dev.breakwater.shop.support.json.Fields;

/// How the payment of an order ended.
///
/// @param paymentId empty if the reply names none
/// @param error why it was declined; empty otherwise
record PaymentResult(boolean success, String paymentId, String error) {
    /// @param reply with `paymentResult`
    /// @throws dev.breakwater.shop.support.json.FieldException that names the field
    static PaymentResult read(Fields reply) {
        Fields result = reply.object(PaymentMessages.PAYMENT_RESULT);
        return new PaymentResult(result.flag(PaymentMessages.SUCCESS), result.optionalText(PaymentMessages.PAYMENT_ID).orElse(""),
                result.optionalText(PaymentMessages.ERROR).orElse(""));
    }
}
