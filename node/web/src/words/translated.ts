/** The same words in another language. Chinese has one plural: a key that ends in _one has no counterpart. */
export type Translated<T> = {
  readonly [K in keyof T as K extends `${string}_one` ? never : K]: T[K] extends string ? string : Translated<T[K]>;
};
