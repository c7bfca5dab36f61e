/** Fields with such a name are secret: their content never travels back, and is neither logged nor kept. */
export const SECRET_NAME = /password|passphrase|secret|token|code|otp/i;
