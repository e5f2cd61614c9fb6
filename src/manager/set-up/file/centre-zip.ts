import { strToU8, type UnzipFileInfo, unzipSync, Zip, ZipPassThrough } from 'fflate';
import type { FileStaff } from '../../../domain/people/file-staff.ts';
import { MEDIA_NAME } from '../../../protocol/media-names.ts';
import { readStaffFile, writeStaffFile } from '../../../protocol/set-up/staff-file.ts';

/** Names in the file: the centre as YAML, its staff, and the pictures of its boards. */
const CENTRE = 'centre.yaml';
const STAFF = 'staff.json';
const MEDIA = 'media/';
/** No more is unpacked than this browser can hold. */
const MOST_BYTES = 1024 ** 3;

export interface Picture {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A centre with what is no part of its YAML. */
export interface WholeCentre {
  readonly yaml: string;
  readonly staff: readonly FileStaff[];
  readonly pictures: readonly Picture[];
}

/** All of a centre as one file. Pictures are packed already: nothing is packed anew. */
export function zipCentre({ yaml, staff, pictures }: WholeCentre): Blob {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part as Uint8Array<ArrayBuffer>);
  });
  const entries = [
    { name: CENTRE, bytes: strToU8(yaml) },
    ...(staff.length === 0 ? [] : [{ name: STAFF, bytes: strToU8(writeStaffFile(staff)) }]),
    ...pictures.map(({ name, bytes }) => ({ name: `${MEDIA}${name}`, bytes })),
  ];
  for (const { name, bytes } of entries) {
    const entry = new ZipPassThrough(name);
    zip.add(entry);
    entry.push(bytes, true);
  }
  zip.end();
  return new Blob(parts, { type: 'application/zip' });
}

/** What is packed in a file, of what a centre's has; nothing where it is cut, damaged or too much. */
function unpacked(file: Uint8Array): ReturnType<typeof unzipSync> {
  let bytes = 0;
  const isOurs = ({ name, originalSize }: UnzipFileInfo): boolean => {
    if (name !== CENTRE && name !== STAFF && !name.startsWith(MEDIA)) return false;
    bytes += originalSize;
    if (bytes > MOST_BYTES) throw new Error('Too much is packed in this file.');
    return true;
  };
  try {
    return unzipSync(file, { filter: isOurs });
  } catch {
    return {};
  }
}

/** What such a file holds; a file that is none is taken for the centre's YAML alone. */
export function unzipCentre(file: Uint8Array): WholeCentre {
  const text = new TextDecoder();
  const isZip = file[0] === 0x50 && file[1] === 0x4b;
  if (!isZip) return { yaml: text.decode(file), staff: [], pictures: [] };
  const entries = unpacked(file);
  const pictures = Object.entries(entries).flatMap(([path, bytes]) => {
    const name = path.slice(MEDIA.length);
    return path.startsWith(MEDIA) && MEDIA_NAME.test(name) ? [{ name, bytes: bytes as Uint8Array<ArrayBuffer> }] : [];
  });
  return { yaml: text.decode(entries[CENTRE]), staff: readStaffFile(text.decode(entries[STAFF])), pictures };
}
