import { type ChainHead as Head, shortHash } from '../../domain/keeping/chain-head.ts';

/** A head of the log as people copy it, left to right in any language. */
export const ChainHead = ({ seq, hash }: Head) => (
  <bdi className="num" dir="ltr">
    {seq}: {shortHash(hash)}
  </bdi>
);
