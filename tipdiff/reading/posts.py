"""Countries with their TAGS code, the posts that report on them, and other names they go by.

One line a country: name | code of the TAGS line (FIPS 10-4, as used until 2010) | posts | other
names. Names and demonyms that contain the country's name need no mention.
"""

from __future__ import annotations

from typing import Final

__all__ = ["TABLE"]

TABLE: Final = """
Afghanistan | AF | KABUL |
Albania | AL | TIRANA |
Algeria | AG | ALGIERS |
Angola | AO | LUANDA |
Antigua and Barbuda | AC | |
Argentina | AR | BUENOS AIRES |
Armenia | AM | YEREVAN |
Australia | AS | CANBERRA, SYDNEY, MELBOURNE, PERTH |
Austria | AU | VIENNA |
Azerbaijan | AJ | BAKU |
Bahamas | BF | NASSAU | The Bahamas
Bahrain | BA | MANAMA |
Bangladesh | BG | DHAKA |
Barbados | BB | BRIDGETOWN |
Belarus | BO | MINSK |
Belgium | BE | BRUSSELS |
Belize | BH | BELMOPAN, BELIZE |
Benin | BN | COTONOU |
Bolivia | BL | LA PAZ |
Bosnia and Herzegovina | BK | SARAJEVO | Bosnia, Bosnia-Herzegovina, BiH
Botswana | BC | GABORONE |
Brazil | BR | BRASILIA, RIO DE JANEIRO, RIO DE JAN, SAO PAULO, RECIFE |
Brunei | BX | BANDAR SERI BEGAWAN, BANDAR SER |
Bulgaria | BU | SOFIA |
Burkina Faso | UV | OUAGADOUGOU, OUAGADOUGO |
Burma | BM | RANGOON | Myanmar
Burundi | BY | BUJUMBURA |
Cambodia | CB | PHNOM PENH |
Cameroon | CM | YAOUNDE, DOUALA |
Canada | CA | OTTAWA, TORONTO, MONTREAL, VANCOUVER |
Cape Verde | CV | PRAIA |
Central African Republic | CT | BANGUI |
Chad | CD | NDJAMENA |
Chile | CI | SANTIAGO |
China | CH | BEIJING, SHANGHAI, GUANGZHOU, SHENYANG, CHENGDU | PRC
Colombia | CO | BOGOTA |
Comoros | CN | |
Congo (Brazzaville) | CF | BRAZZAVILLE | Republic of Congo
Congo (Kinshasa) | CG | KINSHASA | Democratic Republic of Congo, DRC, DROC
Costa Rica | CS | SAN JOSE |
Cote d'Ivoire | IV | ABIDJAN | Ivory Coast
Croatia | HR | ZAGREB |
Cuba | CU | HAVANA | USINT HAVANA
Cyprus | CY | NICOSIA |
Czech Republic | EZ | PRAGUE |
Denmark | DA | COPENHAGEN |
Djibouti | DJ | DJIBOUTI |
Dominican Republic | DR | SANTO DOMINGO, SANTO DOMI |
East Timor | TT | DILI | Timor-Leste
Ecuador | EC | QUITO, GUAYAQUIL |
Egypt | EG | CAIRO, ALEXANDRIA |
El Salvador | ES | SAN SALVADOR, SAN SALVAD |
Equatorial Guinea | EK | MALABO |
Eritrea | ER | ASMARA |
Estonia | EN | TALLINN |
Ethiopia | ET | ADDIS ABABA, ADDIS ABAB |
Fiji | FJ | SUVA |
Finland | FI | HELSINKI |
France | FR | PARIS |
Gabon | GB | LIBREVILLE |
Gambia | GA | BANJUL | The Gambia
Georgia | GG | TBILISI |
Germany | GM | BERLIN, FRANKFURT, MUNICH |
Ghana | GH | ACCRA |
Greece | GR | ATHENS, THESSALONIKI |
Guatemala | GT | GUATEMALA |
Guinea | GV | CONAKRY |
Guinea-Bissau | PU | BISSAU |
Guyana | GY | GEORGETOWN |
Haiti | HA | PORT AU PRINCE, PORT AU PR |
Honduras | HO | TEGUCIGALPA, TEGUCIGALP |
Hong Kong | HK | HONG KONG |
Hungary | HU | BUDAPEST |
Iceland | IC | REYKJAVIK |
India | IN | NEW DELHI, MUMBAI, CHENNAI, KOLKATA, CALCUTTA |
Indonesia | ID | JAKARTA |
Iran | IR | |
Iraq | IZ | BAGHDAD |
Ireland | EI | DUBLIN |
Israel | IS | TEL AVIV |
Italy | IT | ROME, MILAN, NAPLES, FLORENCE |
Jamaica | JM | KINGSTON |
Japan | JA | TOKYO, OSAKA KOBE, NAHA |
Jordan | JO | AMMAN |
Kazakhstan | KZ | ASTANA, ALMATY |
Kenya | KE | NAIROBI |
Kiribati | KR | |
Kosovo | KV | PRISTINA |
Kuwait | KU | KUWAIT |
Kyrgyzstan | KG | BISHKEK | Kyrgyz Republic
Laos | LA | VIENTIANE |
Latvia | LG | RIGA |
Lebanon | LE | BEIRUT |
Lesotho | LT | MASERU |
Liberia | LI | MONROVIA |
Libya | LY | TRIPOLI |
Lithuania | LH | VILNIUS |
Luxembourg | LU | LUXEMBOURG |
Macau | MC | |
Macedonia | MK | SKOPJE |
Madagascar | MA | ANTANANARIVO, ANTANANARI |
Malawi | MI | LILONGWE |
Malaysia | MY | KUALA LUMPUR, KUALA LUMP |
Maldives | MV | |
Mali | ML | BAMAKO |
Malta | MT | VALLETTA |
Marshall Islands | RM | MAJURO |
Mauritania | MR | NOUAKCHOTT |
Mauritius | MP | PORT LOUIS |
Mexico | MX | MEXICO, TIJUANA, CIUDAD JUAREZ, GUADALAJARA, MONTERREY |
Micronesia | FM | KOLONIA |
Moldova | MD | CHISINAU |
Mongolia | MG | ULAANBAATAR, ULAANBAATA |
Montenegro | MJ | PODGORICA |
Morocco | MO | RABAT, CASABLANCA |
Mozambique | MZ | MAPUTO |
Namibia | WA | WINDHOEK |
Nepal | NP | KATHMANDU |
Netherlands | NL | THE HAGUE, AMSTERDAM | The Netherlands
Netherlands Antilles | NT | CURACAO |
New Zealand | NZ | WELLINGTON, AUCKLAND |
Nicaragua | NU | MANAGUA |
Niger | NG | NIAMEY |
Nigeria | NI | ABUJA, LAGOS |
North Korea | KN | | DPRK
Norway | NO | OSLO |
Oman | MU | MUSCAT |
Pakistan | PK | ISLAMABAD, KARACHI, LAHORE, PESHAWAR |
Palau | PS | KOROR |
Panama | PM | PANAMA |
Papua New Guinea | PP | PORT MORESBY, PORT MORES |
Paraguay | PA | ASUNCION |
Peru | PE | LIMA |
Philippines | RP | MANILA, CEBU |
Poland | PL | WARSAW, KRAKOW |
Portugal | PO | LISBON |
Qatar | QA | DOHA |
Romania | RO | BUCHAREST |
Russia | RS | MOSCOW, ST PETERSBURG, ST PETERSB, VLADIVOSTOK, YEKATERINBURG | Russian Federation
Rwanda | RW | KIGALI |
Saint Lucia | ST | | St. Lucia
Saint Vincent and the Grenadines | VC | | St. Vincent
Samoa | WS | APIA |
Saudi Arabia | SA | RIYADH, JEDDAH, DHAHRAN |
Senegal | SG | DAKAR |
Serbia | RI | BELGRADE | Serbia and Montenegro
Seychelles | SE | |
Sierra Leone | SL | FREETOWN |
Singapore | SN | SINGAPORE |
Slovakia | LO | BRATISLAVA | Slovak Republic
Slovenia | SI | LJUBLJANA |
Solomon Islands | BP | |
Somalia | SO | |
South Africa | SF | PRETORIA, CAPE TOWN, DURBAN, JOHANNESBURG, JOHANNESBU |
South Korea | KS | SEOUL | Republic of Korea, ROK
Spain | SP | MADRID, BARCELONA |
Sri Lanka | CE | COLOMBO |
Sudan | SU | KHARTOUM |
Suriname | NS | PARAMARIBO |
Swaziland | WZ | MBABANE |
Sweden | SW | STOCKHOLM |
Switzerland | SZ | BERN, GENEVA |
Syria | SY | DAMASCUS |
Taiwan | TW | AIT TAIPEI, TAIPEI |
Tajikistan | TI | DUSHANBE |
Tanzania | TZ | DAR ES SALAAM, DAR ES SAL |
Thailand | TH | BANGKOK, CHIANG MAI |
Togo | TO | LOME |
Trinidad and Tobago | TD | PORT OF SPAIN, PORT OF SP |
Tunisia | TS | TUNIS |
Turkey | TU | ANKARA, ISTANBUL, ADANA |
Turkmenistan | TX | ASHGABAT |
Uganda | UG | KAMPALA |
Ukraine | UP | KYIV, KIEV |
United Arab Emirates | AE | ABU DHABI, DUBAI | UAE
United Kingdom | UK | LONDON, BELFAST, EDINBURGH | Great Britain, UK
Uruguay | UY | MONTEVIDEO |
Uzbekistan | UZ | TASHKENT |
Venezuela | VE | CARACAS |
Vietnam | VM | HANOI, HO CHI MINH CITY, HO CHI MIN |
Yemen | YM | SANAA |
Zambia | ZA | LUSAKA |
Zimbabwe | ZI | HARARE |
"""
