/**
 * Calling codes in runs: the first code of a run, then the country that has most numbers of it, and of each code that follows it;
 * `+1` is looked at more closely below.
 */
const callingCodes =
  '7RU20EG27ZA30GRNLBEFRES36HU39ITROCH43ATGBDKSENOPLDE51PEMXCUARBRCLCOVE60MYAUIDPHNZSGTH81JPKR84VN86CN' +
  '90TRINPKAFLKMM98IR211SSMADZ216TN218LY' +
  '220GMSNMRMLGNCIBFNETGBJMULRSLGHNGTDCFCMCVSTGQGACGCDAOGWIOACSCSDRWETSODJKETZUGBIMZ260ZMMGREZWNAMWLSBWSZKM290SHER' +
  '297AWFOGL350GIPTLUIEISALMTCYFIBG370LTLVEEMDAMBYADMCSM380UARSMEXK385HRSIBA389MK420CZSK423LI' +
  '500FKBZGTSVHNNICRPAPMHT590GPBOGYECGFPYMQSRUYCW670TL672NFBNNRPGTOSBVUFJPWWFCKNU685WSKINCTVPFTKFMMH850KP852HKMO' +
  '855KHLA880BD886TW960MVLBJOSYIQKWSAYEOM970PSAEILBHQABTMNNP992TJTMAZGEKG998UZ76KZKZ1242BS1246BB1264AI1268AG1284VG' +
  '1340VI1345KY1441BM1473GD1649TC1658JM1664MS1670MPGU1684AS1721SX1758LC1767DM1784VC1787PR1809DO1829DO1849DO1868TTKN' +
  '1876JM1939PR'
const canadianAreas =
  /^1(2(04|26|36|49|50|57|63|89)|3(06|43|54|65|67|68|82|87)|4(03|16|18|28|31|37|38|50|60|68|74)|5(06|14|19|48|79|81|84|87)|6(04|13|39|47|72|83)|7(05|09|42|53|78|80|82)|8(07|19|25|67|73|79)|9(02|05|42))/

let byCode: Map<string, string> | undefined

/**
 * The country of a number, to count by: ISO 3166-1 alpha-2. By its first digits only, so that metrics need no library;
 * where several countries share a calling code other than 1 and 7, it names the one with most numbers.
 * @param number in E.164; anything else has no country.
 */
export function countryByPrefix(number: string): string | undefined {
  const digits = /^\+(\d{7,15})$/.exec(number)?.[1]
  if (digits === undefined) return undefined
  byCode ??= readCodes()
  for (let length = 4; length > 0; length--) {
    const found = byCode.get(digits.slice(0, length))
    if (found !== undefined) return found
  }
  if (digits.startsWith('1')) return canadianAreas.test(digits) ? 'CA' : 'US'
  return undefined
}

function readCodes(): Map<string, string> {
  const codes = new Map<string, string>()
  for (const [, first, countries] of callingCodes.matchAll(/(\d+)(\D+)/g)) {
    let code = Number(first)
    for (const country of countries!.match(/../g)!) codes.set(`${code++}`, country)
  }
  return codes
}
