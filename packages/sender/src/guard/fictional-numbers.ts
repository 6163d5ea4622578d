/** Ranges that nobody is given, each as a pattern of E.164 digits, in which `x` is any digit. */
const ranges = [
  // North American numbering plan: 555-0100 to 555-0199 in every area (ATIS-0300115).
  '1xxx55501xx',
  // Ofcom, numbers for drama use.
  '441632960xxx',
  ...['113', '114', '115', '116', '117', '118', '121', '131', '141', '151', '161'].map((area) => `44${area}4960xxx`),
  '441914980xxx',
  '442079460xxx',
  '442890180xxx',
  '442896496xxx',
  '442920180xxx',
  '447700900xxx',
  '448081570xxx',
  '449098790xxx',
  '443069990xxx',
  // Bundesnetzagentur, Mitteilung 148/2021: numbers for media productions.
  '493023125xxx',
  '496990009xxx',
  '494066969xxx',
  '492214710xxx',
  '498999998xxx',
  '4915228817386',
  '4915228895456',
  '4915254599371',
  '4917139200xx',
  ...['9925904', '9968532', '9973185', '9973186', '9980752'].map((number) => `49172${number}`),
  '491749091317',
  '491749464308',
  '49176040690xx',
  // ARCEP, numbers for works of audiovisual fiction.
  ...['19900', '26191', '35301', '46571', '53649', '63998'].map((range) => `33${range}xxxx`),
  // ACMA, numbers for use in creative works.
  ...['2', '3', '7', '8'].flatMap((area) => [`61${area}5550xxxx`, `61${area}7010xxxx`]),
  ...['006', '156', '157', '158', '159', '110', '313', '737'].map((number) => `61491570${number}`),
  // PTS, numbers for films and books.
  '463139006xx',
  '464062804xx',
  '468465004xx',
  '469803192xx',
  '4670174060[5-9]',
  '467017406[1-9]x',
  // ComReg, numbers for drama use.
  '3532091xxxxx',
]

let pattern: RegExp | undefined

/** Whether an E.164 number is one that a regulator set aside for fiction. */
export function fictionalNumber(number: string): boolean {
  pattern ??= new RegExp(`^\\+(?:${ranges.map((range) => range.replaceAll('x', '\\d')).join('|')})$`)
  return pattern.test(number)
}
