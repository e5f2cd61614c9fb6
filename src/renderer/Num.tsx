/** A token or counter number: kept whole and left to right in any language. */
export function Num({ children, className = '' }: { readonly children: string | number; readonly className?: string }) {
  const [series, rest] = String(children).split('-');
  return (
    <span className={`num ${className}`} dir="ltr">
      {rest === undefined ? (
        series
      ) : (
        <>
          {series}
          <span className="num-hyphen">-</span>
          {rest}
        </>
      )}
    </span>
  );
}
