using Motif.Discovery.Hierarchy;
using Motif.Discovery.Items;
using Motif.Discovery.Mining;
using Motif.Numerics;
using Motif.Statistics;
using Motif.Tests.Discovery.Hierarchy;
using Motif.Tests.Discovery.Mining;

namespace Motif.Tests.Discovery;

/// <summary>Ten subjects in four languages, whose vectors agree across languages.</summary>
public sealed class LanguagesTests
{
    private const int ItemsOfSubject = 200;

    /// <summary>Of each subject three words in English, Spanish, Japanese and Arabic.</summary>
    private static readonly string[][] Words =
    [
        ["bread oven flour", "pan horno harina", "パン 小麦粉 オーブン", "خبز فرن طحين"],
        [
            "bicycle chain brake",
            "bicicleta cadena freno",
            "自転車 ブレーキ チェーン",
            "دراجة سلسلة فرامل",
        ],
        ["planet comet moon", "planeta cometa luna", "惑星 彗星 望遠鏡", "كوكب مذنب قمر"],
        [
            "guitar chord song",
            "guitarra acorde canción",
            "ギター 和音 メロディー",
            "جيتار وتر أغنية",
        ],
        ["tomato soil seed", "tomate tierra semilla", "トマト 土壌 種子", "طماطم تربة بذرة"],
        ["camera lens photo", "cámara lente foto", "カメラ レンズ 写真", "كاميرا عدسة صورة"],
        ["chess queen opening", "ajedrez dama apertura", "チェス 女王 序盤", "شطرنج ملكة افتتاح"],
        ["surf wave beach", "surf ola playa", "サーフィン 海岸 ボード", "تزلج موجة شاطئ"],
        ["engine piston oil", "motor pistón aceite", "エンジン ピストン 潤滑油", "محرك مكبس زيت"],
        [
            "budget tax salary",
            "presupuesto impuesto salario",
            "予算 税金 給料",
            "ميزانية ضريبة راتب",
        ],
    ];

    /// <summary>What stands around the words: two of them, joined as the language does.</summary>
    private static readonly string[] Frames =
    [
        "the {0} and the {1}",
        "el {0} y el {1}",
        "{0}の{1}です",
        "ال{0} و {1}",
    ];

    [Fact]
    public void Neighbourhoods_are_of_subjects_not_of_languages()
    {
        var corpus = NestedCorpus.Make(1, Words.Length, ItemsOfSubject);

        var built = new HierarchyBuilder(new() { MesoClusters = Words.Length }, 2).Build(
            corpus.Vectors,
            CancellationToken.None
        );

        PartitionAgreement
            .AdjustedRand([.. built.Members.Select(m => m!.Value.Meso)], corpus.Subjects)
            .ShouldBeGreaterThanOrEqualTo(0.95);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Names_are_words_of_the_language_never_a_sentence_and_never_blank(int language)
    {
        var labels = new ClusterLabels([
            .. Words.Select(w => Titles(w[language], Frames[language])),
        ]).Choose();

        for (var subject = 0; subject < labels.Length; subject++)
        {
            var words = Words[subject][language].Split(' ');
            var parts = labels[subject].Name.Split(" · ").SelectMany(p => p.Split(' ')).ToList();
            parts.ShouldNotBeEmpty();
            parts.ShouldAllBe(p => p.Any(char.IsLetter) && p.Length <= 12);
            // The words themselves, with an article that is written with them.
            parts.ShouldContain(p => words.Any(w => p == w || p == "ال" + w), labels[subject].Name);
        }
        labels.Select(l => l.Name).ShouldBeUnique();
    }

    [Theory]
    [InlineData("パンを焼く", "パンを焼く")]
    [InlineData("日本語", "日本語")]
    [InlineData("how to", "how to")]
    [InlineData("人工知能 10", "人工知能 10")]
    public void Words_in_a_row_are_written_as_their_script_is(string title, string written) =>
        TitleWords.Written(TitleWords.Of(title)).ShouldBe(written);

    [Fact]
    public void A_word_that_only_marks_the_language_is_no_finding_once_language_is_an_attribute()
    {
        // Spanish items do twice as well, and seven of ten have the word.
        static bool IsSpanish(int item) => item % 4 == 0;
        var corpus = new PlantedCorpus(20, 160)
            .Plant("para siempre", i => IsSpanish(i) ? 0.7 : 0, _ => 0)
            .Shift(i => IsSpanish(i) ? Math.Log(2) : 0);

        var blind = corpus.Mine();
        var aware = corpus.With("language", i => IsSpanish(i) ? "es" : "en").Mine();

        blind.Findings.ShouldContain(f => f.Feature == "phrase:para siempre");
        aware.Findings.ShouldNotContain(f => f.Feature == "phrase:para siempre");
        aware.Findings.ShouldNotContain(f => f.Feature == "attribute:language=es");
    }

    private static List<string> Titles(string words, string frame)
    {
        var parts = words.Split(' ');
        var random = new SeededRandom(3);
        return
        [
            .. Enumerable
                .Range(0, ItemsOfSubject)
                .Select(_ =>
                {
                    var first = random.NextBelow(parts.Length);
                    return string.Format(
                        System.Globalization.CultureInfo.InvariantCulture,
                        frame,
                        parts[first],
                        parts[(first + 1) % parts.Length]
                    );
                }),
        ];
    }
}
