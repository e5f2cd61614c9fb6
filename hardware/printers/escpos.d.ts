/** The few calls of the package that are right; see docs/dependencies.md. */
declare module 'escpos/printer.js' {
  interface Sink {
    write(bytes: Buffer): void;
  }
  class EscposPrinter {
    constructor(sink: Sink, options: { readonly encoding: string });
    hardware(what: 'init'): this;
    print(bytes: Buffer): this;
    cut(isPartial: boolean): this;
    flush(): this;
  }
  export default EscposPrinter;
}
