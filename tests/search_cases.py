"""
What a text's words are: the same table for Python and for the browser.
"""

from __future__ import annotations

from typing import Final

CASES: Final = {
    "": "",
    "The bridge has FOUR arches.": "the bridge has four arches",
    "e-mail, 3,5 % of 1 000": "e mail 3 5 of 1 000",
    "Café, naïve, Ångström": "cafe naive angstrom",
    "Cafe\u0301": "cafe",
    "STRASSE Straße": "strasse strasse",
    "don't don’t donʼt don＇t": "dont dont dont dont",
    "Starmer's Starmer’s": "starmer starmer",
    "'quoted' ’quoted’": "quoted quoted",
    "L’économie d'Ukraine qu’on dell’arte": "l economie d ukraine qu on dell arte",
    "O’Brien": "obrien",
    "м’який м'який мякий": "мякии мякии мякии",
    "Їжак Ґанок Ёлка": "іжак ганок елка",
    "ΟΔΥΣΣΕΥΣ Ὀδυσσεύς": "οδυσσευσ οδυσσευσ",
    "İstanbul ISPARTA ılık": "istanbul isparta ilik",
    "ﬁsh ½ x² №5": "fish 1 2 x2 no5",
    "Œuvre Ærø þing Łódź": "oeuvre aero thing lodz",
    "قَالَ الهَرَم والهرم للناس": "قال هرم هرم ناس",
    "أحمد إلى آخر مستشفى مدرسة": "احمد الي اخر مستشفي مدرسه",
    "ـــعربـــي": "عربي",
    "١٢٣ ۴۵۶ १२ 123": "123 456 12 123",
    "שָׁלוֹם": "שלום",
    "東京都": "東京 京都 都",
    "水": "水",
    "ワクチンは安全": "ワク クチ チン ンは は安 安全 全",
    "ﾜｸﾁﾝ": "ワク クチ チン ン",
    "が か\u3099": "が が",
    "วัคซีน": "วั ัค คซ ซี ีน น",
    "COVID-19ワクチン2回": "covid 19 ワク クチ チン ン 2 回",
    "백신은 안전하다": "백신은 안전하다",
    "टीका सुरक्षित": "टीका सुरक्षित",
    "soft\u00adhyphen zero\u200bwidth\ufeff": "softhyphen zerowidth",
    "a\u202eb": "ab",
    "🙂 👍🏽": "",
    "C++ & C#": "c c",
    "x_y": "x y",
    "w" * 80: "w" * 64,
    "𠮷野家": "𠮷野 野家 家",
}
