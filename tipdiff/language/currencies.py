"""Money: ISO 4217 codes, and the names and signs by which texts call them.

Checked in rather than read from a package at start-up: loading a data set costs more than reading
a whole report, today's ISO list lacks the currencies of older reports (ZWD, SKK, EEK), and no data
set has the plurals and short names that people write. A name that several countries share has a
code of its own with a qualifier ("Czech crowns"); alone it means the one in ``ALONE``, else the
unknown.
"""

from __future__ import annotations

from typing import Final

__all__ = [
    "ALIASES",
    "CODES",
    "MARKS",
    "NOUNS",
    "SHORT",
    "SIGNS",
    "UNKNOWN",
    "noun_code",
    "short_code",
    "written_code",
    "written_short",
]

#: ISO 4217's own code for "no particular currency": pesos, but nobody says whose.
UNKNOWN: Final = "XXX"

#: ISO 4217, those in use and those withdrawn since 2000. Left out: ALL, TOP, TRY and CUP, which
#: are words in a heading in capitals; their names are below.
CODES: Final = frozenset(
    "AED AFN AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD "
    "CDF CHF CLP CNY COP CRC CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD "
    "GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD "
    "KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD "
    "NGN NIO NOK NPR NZD OMR PAB PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD "
    "SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TTD TWD TZS UAH UGX USD UYU UZS VES VND "
    "VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG ZWL "
    "ADP AFA ANG AZM BGN BYR CSD CYP ECS EEK GHC GWP HRK LTL LVL MRO MTL MZM ROL SDD SIT SKK SLL "
    "SRG STD TMM TRL VEB VEF YUM ZMK ZWD ZWN ZWR".split()
)

#: Signs, and short forms that stand before the amount ("US$ 5", "Rs 300").
SIGNS: Final = {
    "$": "USD",
    "\u20ac": "EUR",
    "\u00a3": "GBP",
    "\u00a5": "JPY",
    "\u20aa": "ILS",
    "\u20b9": "INR",
    "\u20a6": "NGN",
    "\u20ab": "VND",
    "\u20a9": "KRW",
    "\u0e3f": "THB",
    "\u20b1": "PHP",
    "us$": "USD",
    "rs": "INR",
    "rm": "MYR",
    "kc": "CZK",
    "ps": "GBP",
}
#: Those of them that are one character and no letter.
MARKS: Final = tuple(sign for sign in SIGNS if len(sign) == 1)
#: Signs that are two tokens: "Rs. 300", "Y=300".
BROKEN_SIGNS: Final = {("rs", "."): "INR", ("y", "="): "JPY"}
#: Letters that people write for a code, as they are written.
ALIASES: Final = {
    "IKR": "ISK",
    "KCS": "CZK",
    "NIS": "ILS",
    "SFR": "CHF",
    "RMB": "CNY",
    "CFA": "XOF",
    "FCFA": "XOF",
    "KSH": "KES",
    "TSH": "TZS",
    "USH": "UGX",
    "DKR": "DKK",
    "NKR": "NOK",
    "SKR": "SEK",
    "RS": "INR",
    "Tk": "BDT",
    "TK": "BDT",
    "Rp": "IDR",
    "Ksh": "KES",
    "KSh": "KES",
    "Tsh": "TZS",
    "Ush": "UGX",
    "Kshs": "KES",
    "KShs": "KES",
    "Tshs": "TZS",
    "Ushs": "UGX",
    "Dhs": UNKNOWN,
    "Lps": "HNL",
    "Afs": "AFN",
    "CFAF": "XOF",
    "NRs": "NPR",
    "Frw": "RWF",
    "MK": "MWK",
    "LE": "EGP",
    "ID": "IQD",
    "JD": "JOD",
    "KD": "KWD",
    "BD": "BHD",
    "SR": "SAR",
}
#: Short forms that a full stop ends, before the amount: "Kshs. 500". Some are several countries'.
SHORT: Final = {
    "Shs": UNKNOWN,
    "Sh": UNKNOWN,
    "Bs": UNKNOWN,
    "BsF": "VEF",
    "Dh": UNKNOWN,
    "DH": UNKNOWN,
    "Le": "SLL",
    "Af": "AFN",
    "Nu": "BTN",
    "S/": "PEN",
    "B/": "PAB",
    "Gs": "PYG",
    "Rps": UNKNOWN,
    "Re": "INR",
    "Rf": "MVR",
    "Frs": UNKNOWN,
    "Fr": UNKNOWN,
    "Kr": UNKNOWN,
    "Ft": "HUF",
    "Din": UNKNOWN,
    "Php": "PHP",
    "Br": "ETB",
    "Vt": "VUV",
}
#: What the letters before a dollar sign make of it.
DOLLARS: Final = {
    "us": "USD",
    "u.s": "USD",
    "a": "AUD",
    "au": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "hk": "HKD",
    "nz": "NZD",
    "s": "SGD",
    "nt": "TWD",
    "r": "BRL",
    "z": "ZWD",
    "tt": "TTD",
}

_ONE_COUNTRY: Final = """
kwacha ZMW|birr ETB|baht THB|zloty PLN|zlotys PLN|forint HUF|forints HUF|lev BGN|leva BGN
lek ALL|leke ALL|hryvnia UAH|hryvnias UAH|tenge KZT|dong VND|kip LAK|riel KHR|riels KHR
rupiah IDR|rupiahs IDR|ringgit MYR|yen JPY|yuan CNY|renminbi CNY|euro EUR|euros EUR
pound GBP|pounds GBP|sterling GBP|dollar USD|dollars USD|rand ZAR|naira NGN|cedi GHS|cedis GHS
shekel ILS|shekels ILS|sheqel ILS|nis ILS|lari GEL|dram AMD|drams AMD|manat AZN|somoni TJS
som KGS|soms KGS|taka BDT|kyat MMK|kyats MMK|tugrik MNT|tugriks MNT|metical MZN|meticais MZN
kwanza AOA|kwanzas AOA|pula BWP|dalasi GMD|leone SLE|leones SLE|nakfa ERN|ariary MGA|loti LSL
maloti LSL|lilangeni SZL|emalangeni SZL|ouguiya MRU|ouguiyas MRU|gourde HTG|gourdes HTG
quetzal GTQ|quetzales GTQ|quetzals GTQ|lempira HNL|lempiras HNL|cordoba NIO|cordobas NIO
balboa PAB|balboas PAB|boliviano BOB|bolivianos BOB|bolivar VEF|bolivares VEF|guarani PYG
guaranies PYG|soles PEN|reais BRL|ruble RUB|rubles RUB|rouble RUB|roubles RUB|zaire CDF
kuna HRK|litas LTL|litai LTL|lats LVL|tolar SIT|tolars SIT|kroon EEK|kroons EEK|denar MKD
denars MKD|afghani AFN|afghanis AFN|ngultrum BTN|rufiyaa MVR|pataca MOP|patacas MOP|kina PGK
vatu VUV|tala WST|dobra STN|dobras STN|rupee INR|rupees INR
"""
#: A name that one country (or one country above all) uses; rupees mean what "Rs" means.
ALONE: Final = dict(pair.split(" ") for pair in _ONE_COUNTRY.replace("\n", "|").split("|") if pair)

#: Names that several countries share: what they mean with a qualifier before them.
SHARED: Final = frozenset(
    "peso pesos rupee rupees shilling shillings franc francs dinar dinars krona kronor kronur "
    "krone kroner crown crowns koruna korunas rial rials riyal riyals dirham dirhams leu lei lira "
    "liras lire colon colones won dollar dollars pound pounds kwacha sum soum manat ruble rubles "
    "mark marks".split()
)

_QUALIFIED: Final = """
czech crown CZK|czech koruna CZK|slovak crown SKK|slovak koruna SKK|danish crown DKK
danish krone DKK|norwegian crown NOK|norwegian krone NOK|swedish crown SEK|swedish krona SEK
icelandic krona ISK|icelandic crown ISK|icelandic kronur ISK|estonian crown EEK|mexican peso MXN
philippine peso PHP|argentine peso ARS|chilean peso CLP|colombian peso COP|cuban peso CUP
dominican peso DOP|uruguayan peso UYU|indian rupee INR|pakistani rupee PKR|nepalese rupee NPR
nepali rupee NPR|lankan rupee LKR|mauritian rupee MUR|kenyan shilling KES|ugandan shilling UGX
tanzanian shilling TZS|somali shilling SOS|swiss franc CHF|cfa franc XOF|rwandan franc RWF
burundian franc BIF|congolese franc CDF|guinean franc GNF|djiboutian franc DJF|algerian dinar DZD
bahraini dinar BHD|iraqi dinar IQD|jordanian dinar JOD|kuwaiti dinar KWD|libyan dinar LYD
serbian dinar RSD|tunisian dinar TND|sudanese dinar SDD|iranian rial IRR|omani rial OMR
yemeni rial YER|qatari riyal QAR|saudi riyal SAR|moroccan dirham MAD|uae dirham AED
emirati dirham AED|romanian leu RON|moldovan leu MDL|turkish lira TRY|new lira TRY|maltese lira MTL
lebanese pound LBP|egyptian pound EGP|syrian pound SYP|sudanese pound SDG|cypriot pound CYP
british pound GBP|rican colon CRC|salvadoran colon SVC|korean won KRW|us dollar USD
american dollar USD
australian dollar AUD|canadian dollar CAD|zealand dollar NZD|kong dollar HKD|singapore dollar SGD
taiwan dollar TWD|jamaican dollar JMD|namibian dollar NAD|zimbabwean dollar ZWD|zimbabwe dollar ZWD
zim dollar ZWD|guyanese dollar GYD|guyana dollar GYD|fijian dollar FJD|fiji dollar FJD
liberian dollar LRD|belize dollar BZD|barbados dollar BBD|caribbean dollar XCD|brunei dollar BND
tobago dollar TTD|malawi kwacha MWK|malawian kwacha MWK|zambian kwacha ZMW|uzbek sum UZS
uzbek soum UZS|turkmen manat TMT|azerbaijani manat AZN|belarusian ruble BYR|russian ruble RUB
convertible mark BAM|bosnian mark BAM|deutsche mark DEM|s dollar USD
"""
QUALIFIED: Final = {
    tuple(words[:2]): words[2]
    for words in (row.split(" ") for row in _QUALIFIED.replace("\n", "|").split("|") if row)
}
#: Plurals that are not the singular with an s.
SINGULAR: Final = {
    "kroner": "krone",
    "kronor": "krona",
    "kronur": "krona",
    "lei": "leu",
    "lire": "lira",
    "colones": "colon",
}

#: Every word that can name money.
NOUNS: Final = frozenset(ALONE) | SHARED | {"cent", "cents"}


def written_code(raw: str) -> str | None:
    """Return the code that letters in capitals mean ("EUR", "IKR"), or None."""
    if raw in CODES:
        return raw
    return ALIASES.get(raw)


def short_code(raw: str) -> str | None:
    """Return the code of a short form that a full stop ends, as it is written without it."""
    return (
        SHORT.get(raw) or written_code(raw) or (SIGNS.get(raw.lower()) if raw.isalpha() else None)
    )


def written_short() -> tuple[str, ...]:
    """Return all forms that money has before an amount and a full stop, longest first."""
    letters = {sign.title() for sign in SIGNS if sign.isalpha()}
    names = {name.capitalize() for name in NOUNS}
    return tuple(
        sorted({*SHORT, *ALIASES, *CODES, *letters, *names}, key=lambda name: (-len(name), name))
    )


def noun_code(noun: str, qualifier: str) -> str:
    """Return the code of a money name in lower case, given the word before it ("" for none)."""
    if noun in SHARED and qualifier:
        singular = SINGULAR.get(noun, noun.removesuffix("s"))
        code = QUALIFIED.get((qualifier, singular))
        if code is not None:
            return code
        if qualifier.endswith(("an", "ian", "ese", "ish", "i")):
            return UNKNOWN
    return ALONE.get(noun, UNKNOWN)
