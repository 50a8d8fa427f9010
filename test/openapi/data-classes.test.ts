import { describe, expect, it } from 'vitest';
import { dataClassOf } from '../../server/src/core/openapi/data-classes';

const classOf = (name: string, type = 'string', format = '', ofPerson = false) =>
  dataClassOf(name, { type, format, ofPerson });

describe('data classes', () => {
  it.each([
    ['password', 'credentials'],
    ['new_password', 'credentials'],
    ['clientSecret', 'credentials'],
    ['token', 'credentials'],
    ['access_token', 'credentials'],
    ['apiKey', 'credentials'],
    ['X-API-Key', 'credentials'],
    ['APIKey', 'credentials'],
    ['passwort', 'credentials'],
    ['mot_de_passe', 'credentials'],
    ['contraseña', 'credentials'],
    ['senha', 'credentials'],
    ['wachtwoord', 'credentials'],
    ['cardNumber', 'payment'],
    ['credit_card_number', 'payment'],
    ['cvv', 'payment'],
    ['kreditkarte', 'payment'],
    ['iban', 'financial'],
    ['accountBalance', 'financial'],
    ['kontonummer', 'financial'],
    ['ssn', 'government-id'],
    ['passportNumber', 'government-id'],
    ['codiceFiscale', 'government-id'],
    ['bsn', 'government-id'],
    ['diagnosis', 'health'],
    ['ethnicity', 'special'],
    ['latitude', 'location'],
    ['email', 'personal'],
    ['userEmail', 'personal'],
    ['firstName', 'personal'],
    ['firstname', 'personal'],
    ['phone_number', 'personal'],
    ['dateOfBirth', 'personal'],
    ['Straße', 'personal'],
    ['geburtsdatum', 'personal'],
    ['prenom', 'personal'],
    ['apellido', 'personal'],
    ['data_nascimento', 'personal'],
    ['achternaam', 'personal'],
  ])('%s is %s', (name, expected) => {
    expect(classOf(name)).toBe(expected);
  });

  it.each([
    ['name'],
    ['file_name'],
    ['page_token'],
    ['next_token'],
    ['nextPageToken'],
    ['continuationToken'],
    ['password_policy'],
    ['email_verified'],
    ['has_password'],
    ['token_type'],
    ['token_url'],
    ['parameters'],
    ['description'],
    ['cardinality'],
    ['id'],
    ['platform'],
    ['emailed'],
    ['tokens_used'],
  ])('%s is nothing', (name) => {
    expect(classOf(name)).toBeNull();
  });

  it('goes by type, format and owner', () => {
    expect(classOf('x', 'string', 'password')).toBe('credentials');
    expect(classOf('login', 'string', 'email')).toBe('personal');
    expect(classOf('password', 'boolean')).toBeNull();
    expect(classOf('total_token', 'integer')).toBeNull();
    expect(classOf('name', 'string', '', true)).toBe('personal');
  });
});
