// The library builds on decorators, which need this of a runtime.
import 'core-js/full/reflect/index.js';
import { randomBytes, type webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

type CryptoKey = webcrypto.CryptoKey;
type CryptoKeyPair = webcrypto.CryptoKeyPair;

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const DAY_MS = 86_400_000;

/** A key with its certificate, both as PEM text. */
export interface Credential {
  readonly key: string;
  readonly cert: string;
}

const pemOf = (kind: string, bytes: ArrayBuffer): string =>
  `-----BEGIN ${kind}-----\n${(
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  ).join('\n')}\n-----END ${kind}-----\n`;

/** Ends with a line of its own, so that certificates can stand one after the other. */
const certPem = (cert: x509.X509Certificate): string => `${cert.toString('pem')}\n`;

const bytesOf = (pem: string): Buffer => Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64');

async function readKeys({ key, cert }: Credential): Promise<CryptoKeyPair> {
  const privateKey = await crypto.subtle.importKey('pkcs8', bytesOf(key), ALGORITHM, true, ['sign']);
  const publicKey = await new x509.X509Certificate(cert).publicKey.export();
  return { privateKey, publicKey };
}

const makeKeys = (): Promise<CryptoKeyPair> => crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
const keyPem = async ({ privateKey }: CryptoKeyPair): Promise<string> =>
  pemOf('PRIVATE KEY', await crypto.subtle.exportKey('pkcs8', privateKey));

/** Valid from a day ago: the clocks of the machines in a hall differ. */
const validity = (at: number, days: number) => ({
  notBefore: new Date(at - DAY_MS),
  notAfter: new Date(at + days * DAY_MS),
});
const serial = (): string => `00${randomBytes(16).toString('hex')}`;

/** A private authority for one hub: it signs the hub's own certificate and those of its devices, and nothing else. */
export async function makeAuthority(hubId: string, at: number): Promise<Credential> {
  const keys = await makeKeys();
  const cert = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serial(),
    name: `CN=Markaz hub ${hubId}`,
    ...validity(at, 20 * 365),
    signingAlgorithm: ALGORITHM,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { key: await keyPem(keys), cert: certPem(cert) };
}

interface Signed {
  readonly subject: string;
  readonly publicKey: CryptoKey;
  readonly at: number;
  readonly days: number;
  readonly usage: x509.ExtendedKeyUsage;
  readonly hosts?: readonly string[];
}

const hostName = (host: string): x509.JsonGeneralName =>
  /^[\d.]+$|:/.test(host) ? { type: 'ip', value: host } : { type: 'dns', value: host };

async function sign(
  authority: Credential,
  { subject, publicKey, at, days, usage, hosts = [] }: Signed,
): Promise<string> {
  const issuer = new x509.X509Certificate(authority.cert);
  const { privateKey } = await readKeys(authority);
  const cert = await x509.X509CertificateGenerator.create({
    serialNumber: serial(),
    subject,
    issuer: issuer.subject,
    ...validity(at, days),
    signingAlgorithm: ALGORITHM,
    publicKey,
    signingKey: privateKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([usage]),
      ...(hosts.length > 0 ? [new x509.SubjectAlternativeNameExtension(hosts.map(hostName))] : []),
    ],
  });
  return certPem(cert);
}

/** The certificate that the hub shows on the network, made anew at each start. */
export async function makeServer(authority: Credential, hosts: readonly string[], at: number): Promise<Credential> {
  const keys = await makeKeys();
  const usage = x509.ExtendedKeyUsage.serverAuth;
  const cert = await sign(authority, {
    subject: 'CN=Markaz hub',
    publicKey: keys.publicKey,
    at,
    days: 400,
    usage,
    hosts,
  });
  return { key: await keyPem(keys), cert };
}

/** A device's certificate over its own public key (SPKI, PEM); undefined when that is no key of this kind. */
export async function signDevice(
  authority: Credential,
  device: { readonly name: string; readonly publicKey: string },
  at: number,
): Promise<string | undefined> {
  const publicKey = await crypto.subtle
    .importKey('spki', bytesOf(device.publicKey), ALGORITHM, true, ['verify'])
    .catch(() => undefined);
  if (!publicKey) return undefined;
  const usage = x509.ExtendedKeyUsage.clientAuth;
  return sign(authority, { subject: `CN=Markaz device ${device.name}`, publicKey, at, days: 10 * 365, usage });
}

/** What a device makes for itself: the private key never leaves it. Both as PEM text. */
export async function makeDeviceKey(): Promise<{ readonly key: string; readonly publicKey: string }> {
  const keys = await makeKeys();
  const publicKey = pemOf('PUBLIC KEY', await crypto.subtle.exportKey('spki', keys.publicKey));
  return { key: await keyPem(keys), publicKey };
}
