package io.moneyprinter.codecs.users;

/**
 * In which ways people may come in, besides by password.
 *
 * @param registration whether everybody may make an account
 * @param openId whether an issuer is set up (OpenID Connect)
 */
public record LoginMethods(boolean registration, boolean openId) {}
