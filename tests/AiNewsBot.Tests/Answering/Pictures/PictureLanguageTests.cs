using AiNewsBot.Answering.Pictures;
using AiNewsBot.Chat.Texts;

namespace AiNewsBot.Tests.Answering.Pictures;

/// <summary>Labels of pictures are in the language of the one who asks, where the embedded font has its letters.</summary>
public sealed class PictureLanguageTests
{
    [Theory]
    [InlineData("de", "Stand 2026-11-24", "offene Gewichte (1)", "nichtkommerzielle Gewichte")]
    [InlineData("es-ES", "a fecha de 2026-11-24", "pesos abiertos (1)", "pesos no comerciales")]
    [InlineData("fr", "au 2026-11-24", "poids ouverts (1)", "poids non commerciaux")]
    [InlineData("pt-BR", "em 2026-11-24", "pesos abertos (1)", "pesos não comerciais")]
    [InlineData("ja", "as of 2026-11-24", "open weights (1)", "non-commercial weights")]
    [InlineData("hi", "as of 2026-11-24", "open weights (1)", "non-commercial weights")]
    [InlineData("zh-CN", "as of 2026-11-24", "open weights (1)", "non-commercial weights")]
    public async Task Chart_of_releases_is_in_the_language_of_the_reader(string locale, string day, string open, string closed)
    {
        var description = await DescribeAsync(locale, () => ReleaseChart.Create(Models.Facts, Models.Create("aurora"), Models.Today)!);

        Assert.Contains(day, description);
        Assert.Contains(open, description);
        Assert.Contains(closed, description);
    }

    [Theory]
    [InlineData("de", "Welche Bestandteile öffentlich sind", "Trainingsdaten")]
    [InlineData("pt-BR", "Quais componentes são públicos", "dados de treinamento")]
    [InlineData("ja", "Which components are public", "training data")]
    public async Task Comparison_is_in_the_language_of_the_reader(string locale, string lead, string component)
    {
        var description = await DescribeAsync(
            locale,
            () => ComponentMatrix.Create(Models.Facts, [Models.Create("boreal-2"), Models.Create("meadow-1")], Models.Today)
        );

        Assert.StartsWith(lead, description);
        Assert.Contains(component, description);
    }

    [Theory]
    [InlineData("de")]
    [InlineData("es-ES")]
    [InlineData("fr")]
    [InlineData("pt-BR")]
    public async Task Longer_words_keep_within_the_edges(string locale)
    {
        await Task.Yield();
        ChatTexts.Use(locale);
        Picture[] pictures =
        [
            ComponentMatrix.Create(
                ShippedFacts.Base,
                [ShippedFacts.Base.Find("olmo-2")!, ShippedFacts.Base.Find("deepseek-r1")!],
                Models.Today
            ),
            ComponentMatrix.Create(Models.Facts, [Models.Create("aurora"), Models.Create("commons"), Models.Create("star")], Models.Today),
            ReleaseChart.Create(Models.Facts, Models.Create("star"), Models.Today)!,
        ];

        Assert.All(pictures, picture => Assert.True(Pixels.Create(picture).HasFreeEdges(width: 12)));
    }

    [Fact]
    public async Task Same_picture_in_two_languages_is_two_pictures()
    {
        var english = Create().Fingerprint;
        var german = await DescribeAsync("de", Create, picture => picture.Fingerprint);

        Assert.NotEqual(english, german);

        static Picture Create() => ReleaseChart.Create(Models.Facts, Models.Create("aurora"), Models.Today)!;
    }

    [Fact]
    public void Labels_of_languages_in_latin_letters_can_be_drawn() =>
        Assert.Empty(
            from locale in (string[])["de", "es-ES", "fr", "pt-BR"]
            from text in TextFile.Read(ChatTexts.For(locale).Language)
            where text.Key.StartsWith("picture.", StringComparison.Ordinal) && !LegibleText.IsLegible(text.Value)
            select $"{locale} {text.Key}"
        );

    private static async Task<string> DescribeAsync(string locale, Func<Picture> create, Func<Picture, string>? tell = null)
    {
        // What is set in a method that waits ends with it.
        await Task.Yield();
        ChatTexts.Use(locale);
        var picture = create();
        return tell is null ? picture.Description : tell(picture);
    }
}
