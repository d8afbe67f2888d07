using Motif.Content.Templates;

namespace Motif.Tests.Content.Templates;

/// <summary>Ten templates of twenty fills in each language come back as their families.</summary>
public sealed class OtherLanguagesTests
{
    [Theory]
    [MemberData(nameof(Languages))]
    public void Fills_of_one_template_are_one_family(string language)
    {
        var (templates, fills) = Corpora[language];
        templates.Length.ShouldBe(10);
        fills.Distinct(StringComparer.Ordinal).Count().ShouldBe(20);
        var posts = templates
            .SelectMany((t, i) => fills.Select(f => (Label: i, Text: Fill(t, f))))
            .ToArray();

        var families = Families([.. posts.Select(p => p.Text)]);

        PairwiseF1([.. posts.Select(p => p.Label)], families)
            .ShouldBeGreaterThanOrEqualTo(0.80, language);
    }

    [Theory]
    [InlineData("耗时: 300ms", "耗时: 12ms")]
    [InlineData("下载只要 3GB 空间", "下载只要 12GB 空间")]
    [InlineData("耗时300ms完成", "耗时12ms完成")]
    public void A_number_with_its_unit_is_a_slot(string one, string other) =>
        new TemplateExtractor()
            .Extract(one)
            .PatternId.ShouldBe(new TemplateExtractor().Extract(other).PatternId);

    public static TheoryData<string> Languages => [.. Corpora.Keys];

    private static string Fill(string template, string fill) =>
        template.Replace("{}", fill, StringComparison.Ordinal);

    /// <summary>In an order of arrival that deals the templates out.</summary>
    private static string[] Families(string[] posts)
    {
        var ids = new string[posts.Length];
        var index = new FamilyIndex();
        var extractor = new TemplateExtractor();
        var random = new Motif.Numerics.SeededRandom(3);
        foreach (var place in Enumerable.Range(0, posts.Length).OrderBy(_ => random.NextUInt64()))
            ids[place] = index.Add(extractor.Extract(posts[place])).FamilyId;
        return ids;
    }

    private static double PairwiseF1(int[] labels, string[] families)
    {
        static double Pairs(IEnumerable<int> counts) => counts.Sum(n => n * (n - 1) / 2.0);
        var both = Pairs(labels.Zip(families).GroupBy(p => p).Select(g => g.Count()));
        var found = Pairs(families.GroupBy(f => f).Select(g => g.Count()));
        var meant = Pairs(labels.GroupBy(l => l).Select(g => g.Count()));
        return 2 * both / (found + meant);
    }

    private static readonly Dictionary<string, (string[] Templates, string[] Fills)> Corpora = new(
        StringComparer.Ordinal
    )
    {
        ["Japanese"] = (
            [
                "{}を毎日続けたら人生が変わりました",
                "知らないと損する{}の選び方を教えます",
                "なぜ誰も{}について話さないのか？",
                "初心者が{}で失敗する三つの理由",
                "今日から{}をやめてみませんか。",
                "正直に言うと、{}は苦手でした",
                "プロが実践している{}のコツはこれです！",
                "私が{}に十万円使って分かったこと",
                "もし{}がなかったらどうしますか？",
                "{}だけは若いうちに始めてください",
            ],
            [
                "読書",
                "早起き",
                "筋トレ",
                "料理",
                "英会話",
                "瞑想",
                "投資",
                "日記",
                "散歩",
                "写真",
                "プログラミング",
                "ヨガ",
                "登山",
                "ピアノ",
                "掃除",
                "副業",
                "カメラ",
                "園芸",
                "釣り",
                "書道",
            ]
        ),
        ["Thai"] = (
            [
                "เคล็ดลับ{}ที่ไม่มีใครบอกคุณ",
                "ทำไมคนส่วนใหญ่ถึงล้มเหลวกับ{}?",
                "ฉันลอง{}มาสามสิบวันแล้วผลเป็นแบบนี้",
                "อย่าเพิ่งซื้อ{}ก่อนอ่านโพสต์นี้",
                "สามสิ่งที่ควรรู้ก่อนเริ่ม{}",
                "วันนี้อยากชวนทุกคนมาคุยเรื่อง{}กันค่ะ",
                "ความผิดพลาดที่แพงที่สุดของฉันคือ{}",
                "ถ้าไม่มี{}ชีวิตจะเป็นอย่างไร",
                "ขอบคุณ{}ที่ทำให้ฉันเปลี่ยนไป",
                "เริ่มต้น{}ง่ายๆภายในสิบนาที",
            ],
            [
                "กาแฟ",
                "การวิ่ง",
                "โยคะ",
                "หนังสือ",
                "การลงทุน",
                "ทำอาหาร",
                "ภาษาอังกฤษ",
                "กล้อง",
                "ต้นไม้",
                "สมาธิ",
                "ดนตรี",
                "จักรยาน",
                "การตลาด",
                "ว่ายน้ำ",
                "วาดรูป",
                "เกม",
                "ท่องเที่ยว",
                "แมว",
                "ขนมปัง",
                "เขียนบล็อก",
            ]
        ),
        ["Arabic"] = (
            [
                "لماذا لا يتحدث أحد عن {}؟",
                "جربت {} لمدة شهر كامل وهذه هي النتيجة",
                "أكبر خطأ ارتكبته مع {} علمني الكثير",
                "قبل أن تبدأ في {} اقرأ هذه النصائح الثلاث",
                "السر وراء {} أبسط مما تظن!",
                "توقف عن {} اليوم وسترى الفرق",
                "ماذا لو كان كل ما تعرفه عن {} خطأ؟",
                "شكرا لكل من ساعدني في {} هذا العام",
                "أفضل نصيحة سمعتها عن {} جاءت من جدي",
                "ابدأ {} بعشر دقائق كل صباح",
            ],
            [
                "القراءة",
                "الرياضة",
                "القهوة",
                "الاستثمار",
                "الطبخ",
                "السفر",
                "البرمجة",
                "التصوير",
                "الكتابة",
                "الصيام",
                "التأمل",
                "السباحة",
                "التسويق",
                "الزراعة",
                "الموسيقى",
                "النوم المبكر",
                "اللغات",
                "التصميم",
                "الادخار",
                "العمل الحر",
            ]
        ),
        ["Turkish"] = (
            [
                "Kimse {} hakkında bunu söylemiyor",
                "Otuz gün boyunca {} denedim, işte sonuç:",
                "{} için bilmeniz gereken üç şey",
                "Neden herkes {} konusunda yanılıyor?",
                "En pahalı hatam {} ile ilgiliydi",
                "Bugün {} yapmayı bırakın ve farkı görün",
                "Ya {} olmasaydı ne yapardınız?",
                "Dedem bana {} hakkında tek bir şey öğretti",
                "IŞIK ÇIKIŞINDA {} bulundu",
                "Her sabah on dakika {} hayatımı değiştirdi",
            ],
            [
                "kahve",
                "koşu",
                "yoga",
                "okuma",
                "yatırım",
                "ılık su",
                "İngilizce",
                "fotoğraf",
                "bahçe",
                "meditasyon",
                "müzik",
                "bisiklet",
                "pazarlama",
                "yüzme",
                "resim",
                "yazılım",
                "seyahat",
                "sirke",
                "ekmek",
                "günlük",
            ]
        ),
        ["German"] = (
            [
                "Warum niemand über {} spricht",
                "Ich habe {} dreißig Tage lang ausprobiert. Das Ergebnis:",
                "Drei Dinge, die du vor {} wissen solltest",
                "Mein teuerster Fehler war {}, und ich bin dankbar dafür.",
                "Was wäre, wenn alles, was du über {} weißt, falsch ist?",
                "Hör heute auf mit {} und sieh, was passiert!",
                "Mein Großvater sagte immer: {} braucht Geduld.",
                "Die Wahrheit über {}, die dir keiner sagt",
                "Wer {} unterschätzt, zahlt doppelt.",
                "Zehn Minuten {} am Morgen haben mein Leben verändert",
            ],
            [
                "Kaffeekultur",
                "Lauftraining",
                "Steuererklärung",
                "Datenschutzgrundverordnung",
                "Gartenarbeit",
                "Projektmanagement",
                "Geldanlage",
                "Fotografie",
                "Softwareentwicklung",
                "Meditation",
                "Klavierunterricht",
                "Fahrradreparatur",
                "Kundenzufriedenheit",
                "Schwimmtraining",
                "Porträtmalerei",
                "Videoschnitt",
                "Reiseplanung",
                "Sauerteigbrot",
                "Tagebuchschreiben",
                "Donaudampfschifffahrt",
            ]
        ),
        ["Chinese and English"] = (
            [
                "为什么没有人告诉你{}的真相？",
                "耗时: 300ms, 服务 {} 已启动",
                "我用{}坚持了30天，结果是这样的",
                "别再浪费时间在{}上了！",
                "新手学{}最容易犯的3个错误",
                "如果没有{}你会怎么办？",
                "今天 update 了 {} 到 v2.1 版本",
                "感谢{}让我的生活变得更好",
                "老板说 {} 是 2024 年的 KPI",
                "每天10分钟{}改变了我的一生",
            ],
            [
                "React",
                "咖啡",
                "Python",
                "跑步",
                "Docker",
                "阅读",
                "machine learning",
                "瑜伽",
                "Kubernetes",
                "理财",
                "Notion",
                "摄影",
                "SEO",
                "冥想",
                "ChatBot",
                "写作",
                "Figma",
                "游泳",
                "Redis",
                "英语口语",
            ]
        ),
    };
}
