using System.Text.RegularExpressions;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Tests.Language;

/// <summary>What answers say in each language, next to what they say in English.</summary>
public sealed partial class LanguageWordingTests
{
    // Of answers that are given in English alone: docs/languages.md.
    private static readonly string[] EnglishAnswers =
    [
        "compare_",
        "component_",
        "date_",
        "event_",
        "list_",
        "maker_",
        "modality_",
        "news_",
        "outputs_",
        "overview_",
        "promises_",
        "reading_",
        "size_",
        "software",
        "timeline_",
        "trend_",
    ];

    private static readonly string[] EnglishAlone = ["empty", "no_date_for_promise", "said_premise"];

    private static readonly LanguageFile English = Read("en");

    public static TheoryData<string> Others => ["de", "es", "fr", "hi-latn", "ja", "pt", "zh"];

    [Theory]
    [MemberData(nameof(Others))]
    public void Language_words_all_that_is_told_in_it_and_nothing_else(string language)
    {
        var wording = Read(language).Wording;

        Assert.Empty(wording.Keys.Except(English.Wording.Keys));
        Assert.DoesNotContain(
            English.Wording.Keys.Except(wording.Keys),
            key => !EnglishAlone.Contains(key) && !Array.Exists(EnglishAnswers, key.StartsWith)
        );
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Sentence_has_no_place_that_the_English_one_is_not_given(string language) =>
        Assert.Empty(
            Read(language)
                .Wording.Where(text => Places(text.Value).Except(Places(English.Wording[text.Key])).Any())
                .Select(text => text.Key)
        );

    [Theory]
    [MemberData(nameof(Others))]
    public void Each_component_and_verdict_has_a_name(string language)
    {
        var file = Read(language);

        Assert.Empty(English.VerdictNames.Keys.Except(file.VerdictNames.Keys));
        Assert.Empty(Components.All.Except(file.ComponentNames.Keys));
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Place();

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value);

    private static LanguageFile Read(string language)
    {
        using var reader = new StreamReader(typeof(LanguageFile).Assembly.GetManifestResourceStream($"language/{language}.yaml")!);
        return LanguageFile.Read(reader, $"{language}.yaml");
    }
}
