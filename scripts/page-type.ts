// What a kind of page is said to be, and its pictures.

export type Picture = {
  /** Part of the file's name, such as `wide`. */
  as: 'wide' | 'narrow' | 'dark' | 'narrow-dark' | 'mongolian' | 'right-to-left' | 'print'
  width: 1280 | 360 | 794
}

export type PageType = {
  /** As the site and its OpenAPI document write it. */
  path: string
  name: string
  /** What someone comes with. */
  question: string
  /** With the base of its world. Of the exercise; of the register where the page is about what is held of real States, with sources. */
  address: string
  /** What the picture shows, for who does not see it. */
  shown: string
  /** Pictures beside the wide and the narrow one. */
  also?: Picture['as'][]
}

/** In `address` these stand for the report and the fact that scripts/screenshots.ts enters. */
export const draftPlace = 'DRAFT'
export const factPlace = 'FACT'
/** And this for the fact on its way. */
export const onItsWayPlace = 'ONITSWAY'
/** And this for the release it freezes. */
export const releasePlace = 'RELEASE'
/** And the earlier one it is compared with. */
export const earlierPlace = 'EARLIER'

const widths: Record<Picture['as'], Picture['width']> = {
  wide: 1280,
  narrow: 360,
  dark: 1280,
  'narrow-dark': 360,
  mongolian: 1280,
  'right-to-left': 1280,
  print: 794,
}

const inWords: Record<Picture['as'], string> = {
  wide: '',
  narrow: ' On a narrow screen.',
  dark: ' In dark colours.',
  'narrow-dark': ' On a narrow screen, in dark colours.',
  mongolian: ' In Mongolian.',
  'right-to-left': ' From right to left, in Arabic where its words are held.',
  print: ' The first printed sheet.',
}

/** The pictures of a page, the wide and the narrow one first. */
export const picturesOf = (type: PageType): (Picture & { file: string; alt: string })[] =>
  (['wide', 'narrow', ...(type.also ?? [])] as const).map((as) => ({
    as,
    width: widths[as],
    file: `${type.name.toLowerCase().replace(/[^a-z]+/g, '-')}-${as}.webp`,
    alt: `${type.shown}${inWords[as]}`,
  }))
