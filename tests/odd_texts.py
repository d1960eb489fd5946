"""
Texts that are hard to draw: many scripts, both directions, long words, long claims, signs.

What they say is made up, or of no matter.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class OddText(NamedTuple):
    """
    A text and what it is written in.
    """

    text: str
    language: str = "en"


LONG: Final = (
    "The regional council spent 4.2 million on a bridge that nobody has crossed since it was "
    "opened, although three of its own engineers had written in a report that the river could "
    "be crossed by a ferry for a tenth of that, and although the report was read aloud in the "
    "council chamber, twice, by the same councillor who afterwards voted for the bridge, as the "
    "minutes of both sittings and a recording show."
)

ODD_TEXTS: Final = (
    OddText("False."),
    OddText("The bridge has four arches."),
    OddText("The Coalition of the Willing was formed in 2022."),
    OddText(LONG),
    OddText(f"{LONG} {LONG}"),
    OddText(
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2,
        "de",
    ),
    OddText("x" * 400),
    OddText("https://example.org/a/very/long/address/that/has/no/space?and=goes&on=and_on_and_on"),
    OddText("Up to 20 % of 1/2 – “so-called” — ‘quoted’ … costs £5, €6, ₴7, ₹8, ₽9, ₿1, ¢2."),
    OddText("H₂O and E = mc², 10⁻⁶ m, 5 ≠ 6, ≤ 7, ± 2, −3 °C, ½ ⅓ ¾, 5 → 10 ↔ 3, ∑ √ ∞"),
    OddText("© 2026 ® ™ § ¶ † ‡ • № ª º ‰ ° ′ ″"),
    OddText("Naïve façade: Þórr, Łódź, Ångström, İstanbul, Dvořák, Señor, Đà Nẵng, ọ̀rọ̀"),
    OddText("Việc ấy đã được Quốc hội thông qua năm 2019, theo nghị quyết số 12.", "vi"),
    OddText("Постанова № 217 від 15 березня 2025 року збільшила виплати на 12 %.", "uk"),
    OddText("Підʼїзд і об’єкт: ґанок, їжак, єдність.", "uk"),
    OddText("Закон № 44-ФЗ вступил в силу 1 января.", "ru"),
    OddText("Ђорђе је рекао да је Љубљана далеко.", "sr"),
    OddText("Қазақстан халқының саны 20 миллионнан асты.", "kk"),
    OddText("Η γέφυρα χτίστηκε το 1905· έχει τέσσερα τόξα.", "el"),
    OddText("Ἐν ἀρχῇ ἦν ὁ λόγος", "el"),
    OddText("Կամուրջը կառուցվել է 1905 թվականին։", "hy"),
    OddText("ხიდი აშენდა 1905 წელს.", "ka"),
    OddText("بُني الجسر عام 1905 وله أربعة أقواس.", "ar"),
    OddText("قال المتحدث إن BBC وReuters نشرتا ذلك في 15/12/2025 (ثم حذفتاه).", "ar"),
    OddText("ارتفعت الأسعار بنسبة 45% إلى 1,250.50 دولارًا، أي ٣٫٥ أضعاف ما كانت عليه.", "ar"),
    OddText("العنوان https://example.org/a?b=1 لا يعمل!", "ar"),
    OddText("قال الوزير إن المشروع كلّف الدولة مليارات. " * 12, "ar"),
    OddText("این پل در سال ۱۹۰۵ ساخته شد و می‌گویند چهار طاق دارد.", "fa"),
    OddText("یہ پل 1905 میں بنایا گیا تھا اور اس کی چار محرابیں ہیں۔", "ur"),
    OddText("הגשר נבנה בשנת 1905, ויש לו ארבע קשתות.", "he"),
    OddText('הוא אמר: "Fake news" (שוב!) – 50% מהציבור.', "he"),
    OddText("בְּרֵאשִׁית בָּרָא אֱלֹהִים", "he"),
    OddText("The slogan «الشعب يريد» was first heard (1905) in שלום, he said."),
    OddText("In Arabic only: مرحبا بالعالم"),
    OddText("यह पुल 1905 में बना था और इसमें चार मेहराब हैं।", "hi"),
    OddText("मंत्री ने कहा कि ₹2,000 के नोट में GPS चिप लगी है, जिसे उपग्रह से खोजा जा सकता है।", "hi"),
    OddText("क्षत्रिय, ज्ञान, श्रृंगार, हृदय, र्‍या, कर्त्तव्य", "hi"),
    OddText("এই সেতুটি ১৯০৫ সালে তৈরি হয়েছিল এবং এর চারটি খিলান আছে।", "bn"),
    OddText("ক্ষমতা, জ্ঞান, শ্রীমতী, কর্তৃপক্ষ, স্বাস্থ্য", "bn"),
    OddText("สะพานนี้สร้างขึ้นในปี พ.ศ. 2448 และมีสี่ซุ้ม ผู้คนจำนวนมากเชื่อว่าเป็นเรื่องจริงทั้งที่ไม่มีหลักฐานใด", "th"),
    OddText("น้ำ ที่นี่ ปู่ ญี่ปุ่น กี๊ก", "th"),
    OddText("இந்தப் பாலம் 1905 இல் கட்டப்பட்டது.", "ta"),
    OddText("这座桥建于1905年，有四个拱门。", "zh-Hans"),
    OddText(
        "部长表示，新法规将于2026年1月1日起施行，届时所有进口商品的关税将提高百分之二十五。" * 3,
        "zh-Hans",
    ),
    OddText("這座橋建於1905年，有四個拱門。", "zh-Hant"),
    OddText("この橋は1905年に建てられ、アーチが四つある。「本当ですか」と彼は言った。", "ja"),
    OddText("이 다리는 1905년에 지어졌으며 아치가 네 개 있다.", "ko"),
    OddText("ይህ ድልድይ በ1905 ተሠራ።", "am"),
    OddText("🔥🔥 5G causes fires! 😱"),
    OddText("👨‍👩‍👧‍👦 family, 🇺🇦 flag, 👍🏽 thumb, 🏴󠁧󠁢󠁥󠁮󠁧󠁿 England, ❤️ heart, 1️⃣ key, ☺ ✅ ❌ ⚠️ ➡️"),
    OddText("👨\u200d👩\u200d" * 300),
    OddText("✓ right, ✗ wrong, ★★★☆☆"),
    OddText("𝕱𝖆𝖐𝖊 𝖓𝖊𝖜𝖘 𝐢𝐧 𝐛𝐨𝐥𝐝"),
    OddText("Z̸̛̩a̷̡͝l̴̨̛g̶̢͝o̸̡͝ speaks"),
    OddText("e" + "\u0301" * 10_000),
    OddText(
        "Over\u202etxet desrever\u202cride, iso\u2067lates\u2069, zero\u200bwidth, no\xadhyphen"
    ),
    OddText(
        "Tab\there, line\nbreak, null\0, bell\x07, escape\x1b[31m, next\x85line, sep\u2028arator"
    ),
    OddText("private \ue000 use, unassigned \u0378, \ufffd replaced, lone \ud800 surrogate"),
    OddText("<script>alert(1)</script> & &amp; {{ 7*7 }} %s ${x}"),
    OddText("word " * 3_000),
    OddText("字" * 3_000, "zh-Hans"),
    OddText("((((((((((" * 30 + "א" + "))))))))))" * 30, "he"),
    OddText("\u200f\u200f \u200e"),
    OddText(""),
)
