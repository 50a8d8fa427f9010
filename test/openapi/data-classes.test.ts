import { describe, expect, it } from 'vitest';
import { dataClassOf } from '../../server/src/core/openapi/data-classes';
import { sensitivityOf } from '../../server/src/core/openapi/data-classes/sensitivity';

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

  // English, German, French, Spanish, Italian, Portuguese, Dutch.
  it.each([
    ['credentials', 'secret_key kennwort motDePasse claveSecreta parolaChiave palavraPasse wachtwoord'],
    ['payment', 'creditCard kartennummer carte_bancaire numeroTarjeta numeroCarta cartaoCredito kaartnummer'],
    ['financial', 'salary gehalt salaire sueldo stipendio contaBancaria rekeningnummer'],
    ['government-id', 'taxId steuernummer passeport pasaporte codiceFiscale cpf burgerservicenummer'],
    ['health', 'bloodType blutgruppe groupe_sanguin grupoSanguineo gruppoSanguigno doenca medicatie'],
    [
      'special',
      'ethnicOrigin gewerkschaft origineEthnique origenEtnico orientamentoSessuale orientacaoSexual geaardheid',
    ],
    ['location', 'longitude standort coordonneesGps ubicacion longitudine localizacao breedtegraad'],
    ['confidential', 'profitMargin gewinnmarge margeBrute precioCompra prezzoAcquisto precoCusto winstmarge'],
    ['personal', 'birth_date geburtsdatum date_naissance fechaNacimiento data_di_nascita dataNascimento geboortedatum'],
  ])('%s in seven languages', (expected, names) => {
    expect(names.split(' ').map((name) => [name, classOf(name)])).toEqual(
      names.split(' ').map((name) => [name, expected]),
    );
  });

  it.each([
    ['iban', 'financial'],
    ['credit-card', 'payment'],
    ['phone-number', 'personal'],
    ['idn-email', 'personal'],
    ['ssn', 'government-id'],
    ['date-of-birth', 'personal'],
    ['jwt', 'credentials'],
    ['uuid', null],
    ['date-time', null],
    ['uri', null],
    ['ipv4', null],
    ['hostname', null],
    ['name', null],
  ])('the format %s says %s where the name says nothing', (format, expected) => {
    expect(classOf('value', 'string', format)).toBe(expected);
    expect(classOf('cvv', 'string', format)).toBe('payment');
  });

  it('a format says nothing of another type', () => {
    expect(classOf('value', 'integer', 'token')).toBeNull();
  });

  it('goes by type, format and owner', () => {
    expect(classOf('x', 'string', 'password')).toBe('credentials');
    expect(classOf('login', 'string', 'email')).toBe('personal');
    expect(classOf('password', 'boolean')).toBeNull();
    expect(classOf('total_token', 'integer')).toBeNull();
    expect(classOf('name', 'string', '', true)).toBe('personal');
  });
});

describe('sensitivity', () => {
  it('is that of the gravest class', () => {
    expect(sensitivityOf(['confidential', 'health', 'personal'])).toBe('grave');
    expect(sensitivityOf(['confidential', 'location'])).toBe('personal');
    expect(sensitivityOf(['confidential'])).toBe('business');
    expect(sensitivityOf([])).toBeNull();
  });
});
