import type { DataClass } from '../types';

/**
 * Names of data, one phrase a word group: the words must stand side by side in a name. English first, then German, French,
 * Spanish, Italian, Portuguese and Dutch. A phrase that stands joined in a name (`firstname`) is found as well.
 */
export const PHRASES: Readonly<Record<DataClass, readonly string[]>> = {
  credentials: phrases(`
    password, passwd, pwd, passphrase, passcode, secret, client secret, api key, apikey, private key, secret key, access key, auth key,
    access token, refresh token, id token, auth token, bearer token, session token, api token, oauth token, csrf token, jwt,
    security token, personal access token, registration token, remove token, session id, session key, otp, totp, one time password, recovery code,
    recovery codes, backup codes, security answer, mfa code, credentials, encryption key, signing key, webhook secret,
    passwort, kennwort, geheimnis, zugangsdaten, mot de passe, mdp, cle secrete, contrasena, clave secreta, parola chiave, parola d ordine,
    senha, palavra passe, wachtwoord
  `),
  payment: phrases(`
    card number, credit card, creditcard, debit card, card holder, cardholder, cvv, cvc, cvv2, cvc2, card code, card verification, security code,
    primary account number, card expiry, card exp, expiry month, exp month, exp year, expiration month, payment card,
    kreditkarte, kartennummer, pruefziffer, carte bancaire, carte credit, numero carte, tarjeta, tarjeta credito, numero tarjeta, carta credito,
    numero carta, cartao, cartao credito, numero cartao, creditcardnummer, kaartnummer
  `),
  financial: phrases(`
    iban, bic, swift code, account balance, balance, bank account, account number, routing number, sort code, salary, income, wage, net worth,
    credit score, credit limit, tax return, payroll, bank code, kontonummer, kontostand, gehalt, einkommen, bankleitzahl, blz, salaire, revenu, solde,
    compte bancaire, saldo, salario, sueldo, nomina, ingresos, cuenta bancaria, stipendio, reddito, conto corrente, conto bancario, conta bancaria,
    renda, salaris, inkomen, rekeningnummer, bankrekening
  `),
  confidential: phrases(`
    business plan, cost price, purchase price, wholesale price, profit margin, gross margin, net margin, markup percentage,
    internal note, internal notes, internal comment, internal comments, revenue forecast, sales forecast, contract value, supplier price,
    risk score, fraud score, churn score,
    geschaeftsgeheimnis, einkaufspreis, gewinnmarge, prix achat, marge brute, precio compra, margen beneficio, prezzo acquisto,
    preco custo, margem lucro, inkoopprijs, winstmarge
  `),
  'government-id': phrases(`
    ssn, social security number, social security, passport, passport number, national id, national identity, national identification number, tax id, tax number, tin,
    driver license, drivers license, driving licence, driver licence, license number driver, identity card, id card number, identity document, document id number,
    ausweis, ausweisnummer, personalausweis, reisepass, passnummer, steuernummer, steuer id, sozialversicherungsnummer, fuehrerschein,
    numero securite sociale, passeport, carte identite, nir, permis conduire, pasaporte, dni, nie, nif, seguridad social, codice fiscale, passaporto,
    carta identita, patente guida, cpf, rg, cnh, passaporte, bsn, burgerservicenummer, paspoort, rijbewijs, aadhaar, curp, nino
  `),
  health: phrases(`
    diagnosis, diagnoses, medication, medications, prescription, prescriptions, allergy, allergies, blood type, blood group, medical record, medical history, medical condition,
    health record, health insurance, disability, disabilities, symptoms, treatment plan, patient id, immunization, immunizations, vaccination, vaccinations, icd10,
    diagnose, krankheit, allergie, allergien, medikament, medikamente, blutgruppe, krankenkasse, diagnostic medical, maladie, medicament, medicaments,
    groupe sanguin, diagnostico, enfermedad, medicacion, grupo sanguineo, alergia, alergias, diagnosi, malattia, farmaco, gruppo sanguigno, doenca, medicamento,
    ziekte, medicatie, bloedgroep
  `),
  special: phrases(`
    religion, religious belief, ethnicity, ethnic origin, race ethnicity, sexual orientation, political opinion, political views, political party, trade union,
    union membership, biometric, biometrics, fingerprint template, face template, genetic, dna, criminal record, criminal records,
    gesinnung, konfession, ethnische herkunft, gewerkschaft, origine ethnique, orientation sexuelle, opinion politique, syndicat,
    origen etnico, orientacion sexual, afiliacion sindical, origine etnica, orientamento sessuale, origem etnica, orientacao sexual, geloof, etniciteit, geaardheid
  `),
  location: phrases(`
    latitude, longitude, lat lng, lat lon, geo location, geolocation, gps, coordinates, geo point, current location, last location, home location,
    breitengrad, laengengrad, standort, coordonnees gps, latitud, longitud, coordenadas, ubicacion, latitudine, longitudine, coordinate, posizione gps,
    localizacao, breedtegraad, lengtegraad, locatie
  `),
  personal: phrases(`
    email, e mail, mail address, emails, email address, first name, last name, middle name, maiden name, given name, family name, surname, sur name, nick name, forename,
    user name, contact name, customer name, phone, phone number, mobile number, mobile phone, cell phone, telephone, fax,
    date of birth, birth date, birthdate, birthday, dob, place of birth, birthplace, gender, marital status, nationality, home address, street, street address,
    postal address, billing address, shipping address, mailing address, delivery address, address line, address1, address2, postal code, postcode, zip code, zipcode, ip address, age years,
    date birth, linkedin, whats app,
    vorname, nachname, geburtsdatum, geburtstag, geburtsort, geschlecht, familienstand, staatsangehoerigkeit, strasse, anschrift, postleitzahl, plz, telefon, telefonnummer, handynummer, mobilnummer,
    prenom, nom famille, nom complet, courriel, date naissance, lieu naissance, adresse postale, code postal, telephone portable, nationalite, sexe,
    correo, correo electronico, apellido, apellidos, nombre completo, fecha nacimiento, direccion, codigo postal, telefono, nacionalidad, genero,
    cognome, nome completo, data nascita, data di nascita, indirizzo, codice postale, cellulare, nazionalita, cap postale,
    sobrenome, nome mae, data nascimento, data de nascimento, endereco, telefone, celular, cep, nacionalidade, correio eletronico,
    voornaam, achternaam, geboortedatum, geboorteplaats, geslacht, huisnummer, straat, straatnaam, telefoonnummer, mobiel nummer, nationaliteit, e mailadres, emailadres
  `),
};

/** Words that are personal only among the fields of a person. */
export const OF_A_PERSON = new Set(
  phrases(
    'name, address, adresse, age, nom, nombre, nome, naam, adres, photo, avatar, picture, avatar url, full name, display name, fullname, displayname, city, initials, alter, edad, eta, leeftijd, contact, username, login, zip, state address',
  ),
);

/** Schemas and properties that hold a person. */
export const PERSON = new Set(
  phrases(`
    user, users, customer, customers, person, persons, people, employee, employees, patient, patients, contact, contacts, member, members, guest, passenger, student, teacher, profile,
    owner, author, subscriber, client, applicant, candidate, beneficiary, cardholder, holder, citizen, driver, recipient, buyer, seller, shopper, individual, staff, doctor,
    kunde, kunden, benutzer, nutzer, mitarbeiter, patient, personne, utilisateur, employe, usuario, persona, cliente, empleado, paciente, utente, dipendente, paziente, pessoa,
    funcionario, klant, gebruiker, persoon, medewerker
  `),
);

/**
 * Words that may follow the data's name. After any other the name speaks of something else: `password_policy`, `email_verified`.
 */
export const TRAILING = new Set(
  phrases(`
    number, numbers, value, values, text, string, last, hash, hashed, encrypted, plain, plaintext, confirmation, confirm, confirmed, repeat, again, new, old, current, line,
    kana, kanji, latin, local, raw, digits, code, address, addresses, list, primary, secondary, work, home, mobile, personal, private, full, data, info, fiscal, en, de, fr, es, it, pt, nl
  `),
);

/** Marks before which the same holds: `has_password`, `is_email_verified`. */
export const ABOUT_BEFORE = new Set(
  phrases(
    'has, is, can, should, require, requires, required, enable, disable, allow, allows, use, uses, max, min, num, total, verify, show, hide, supports, include, includes, send, number, count, needs, no',
  ),
);

function phrases(text: string): readonly string[] {
  return text
    .split(',')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter((phrase) => phrase !== '');
}
