/**
 * The `style` of an element.
 *
 * Motion Canvas writes some forty properties of every node on every layout update, nearly always with the value they
 * had, so an equal value returns at once and nothing becomes dirty. As in a browser, an invalid value is ignored and
 * the empty string takes a property away.
 */
import {BoxStyle, type BoxProperty} from '../layout/boxStyle';
import type {TextDeclarations} from '../text/textStyle';
import {BOX_PARSERS, INERT_PROPERTIES, kebabCase, type Parser, TEXT_PARSERS} from './cssValues';

/** What a style tells the element it belongs to. */
export interface StyleOwner {
  /** The size or place of a box may change. */
  boxStyleChanged(property: BoxProperty): void;
  /** An inherited property may change, here and below. */
  textStyleChanged(): void;
}

const INITIAL = new BoxStyle();

/** Elements of one tag share what the page's own style sheet gives them. */
export class InlineStyle {
  public readonly box = new BoxStyle();
  public readonly declared: TextDeclarations = {};
  /** Accepted values as they were written: they are compared far more often than they are read back. */
  private readonly written: Record<string, string> = Object.create(null);

  public constructor(
    private readonly owner: StyleOwner,
    private readonly tagDisplay: BoxStyle['display'],
  ) {
    this.box.display = tagDisplay;
  }

  public getPropertyValue(name: string): string {
    return this.get(CAMEL_CASE.get(name) ?? name);
  }

  public setProperty(name: string, value: string | null): void {
    const property = CAMEL_CASE.get(name);
    if (property !== undefined) this.set(property, value);
  }

  public removeProperty(name: string): string {
    const old = this.getPropertyValue(name);
    this.setProperty(name, '');
    return old;
  }

  public get cssText(): string {
    return Object.keys(this.written)
      .filter(name => this.written[name] !== '')
      .map(name => `${kebabCase(name)}: ${this.get(name)};`)
      .join(' ');
  }

  public set cssText(css: string) {
    for (const name of Object.keys(this.written)) this.set(name, '');
    for (const declaration of css.split(';')) {
      const colon = declaration.indexOf(':');
      if (colon > 0) this.setProperty(declaration.slice(0, colon).trim().toLowerCase(), declaration.slice(colon + 1));
    }
  }

  /** @internal Gives one property, by its camel-case name, as a browser serialises it. */
  public get(property: string): string {
    const written = this.written[property];
    if (!written) return '';
    return PARSERS.get(property)?.(normalise(property, written))?.text ?? written;
  }

  /** @internal Sets one property by its camel-case name. */
  public set(property: string, value: unknown): void {
    const old = this.written[property];
    if (value === old) return;
    const written = value === null ? '' : String(value);
    if (written === (old ?? '')) return;
    const parser = PARSERS.get(property);
    if (written !== '' && parser !== undefined) {
      const parsed = parser(normalise(property, written));
      if (parsed === null) return;
      this.written[property] = written;
      this.store(property, parsed.value);
      return;
    }
    this.written[property] = written;
    if (parser !== undefined) this.store(property, undefined);
  }

  private store(property: string, value: unknown): void {
    if (property in TEXT_PARSERS) {
      const declared = this.declared as Record<string, unknown>;
      if (sameValue(declared[property], value)) return;
      declared[property] = value;
      this.owner.textStyleChanged();
      return;
    }
    const box = this.box as unknown as Record<string, unknown>;
    const initial = property === 'display' ? this.tagDisplay : INITIAL[property as BoxProperty];
    const next = value ?? initial;
    if (sameValue(box[property], next)) return;
    box[property] = next;
    this.owner.boxStyleChanged(property as BoxProperty);
  }
}

function normalise(property: string, written: string): string {
  return property === 'fontFamily' ? written.trim() : written.trim().toLowerCase();
}

/** Compares parsed values: primitives, or records of primitives. */
function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  for (const name in {...a, ...b}) {
    if ((a as Record<string, unknown>)[name] !== (b as Record<string, unknown>)[name]) return false;
  }
  return true;
}

const PARSERS = new Map<string, Parser>([...Object.entries(BOX_PARSERS), ...Object.entries(TEXT_PARSERS)]);
const CAMEL_CASE = new Map<string, string>();

for (const property of [...PARSERS.keys(), ...INERT_PROPERTIES]) {
  const accessor: PropertyDescriptor = {
    configurable: true,
    get(this: InlineStyle) {
      return this.get(property);
    },
    set(this: InlineStyle, value: unknown) {
      this.set(property, value);
    },
  };
  Object.defineProperty(InlineStyle.prototype, property, accessor);
  CAMEL_CASE.set(property, property);
  CAMEL_CASE.set(kebabCase(property), property);
  if (kebabCase(property) !== property) Object.defineProperty(InlineStyle.prototype, kebabCase(property), accessor);
}
