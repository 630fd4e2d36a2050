using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Language;

public sealed class TaughtWordsTests
{
    private static readonly FactBase Facts = FactBase.Create([
        FactLine.Subject(
            SubjectKind.Words,
            TaughtWords.Id,
            "asks_licence small print",
            "asks_training_data food of the model",
            "asks_licence ?!",
            "phrased_maker who cooked MODEL",
            "something else"
        ),
    ]);

    [Theory]
    [InlineData("Small Print", "licence")]
    [InlineData("food of the model", "training_data")]
    [InlineData("open source", "openness")]
    [InlineData("lizenz", "licence")]
    [InlineData("small", null)]
    [InlineData("who cooked", null)]
    [InlineData("???", null)]
    public void Text_means_what_it_was_taught_to_mean_or_what_the_languages_say(string text, string? meaning) =>
        Assert.Equal(meaning, TaughtWords.MeaningOf(Facts, text));

    [Theory]
    [InlineData("asks_licence", "licence")]
    [InlineData("asks_weights", "weights")]
    [InlineData("asks_colour", null)]
    [InlineData("licence", null)]
    [InlineData("phrased_maker", null)]
    public void Property_tells_what_its_words_ask_for(string property, string? asked) => Assert.Equal(asked, TaughtWords.AskedBy(property));

    [Theory]
    [InlineData("phrased_maker", "maker")]
    [InlineData("phrased_commercial_use", "commercial_use")]
    [InlineData("phrased_colour", null)]
    [InlineData("asks_licence", null)]
    public void Property_of_phrasings_tells_their_aspect(string property, string? aspect) =>
        Assert.Equal(aspect, TaughtWords.PhrasedBy(property));

    [Fact]
    public void Lexicon_is_extended_by_cues_of_taught_words_alone()
    {
        var extended = TaughtWords.Extend(Languages.Lexicon, Facts);

        Assert.Equal(("cues", "licence"), Extended("small"));
        Assert.Equal(("components", "training_data"), Extended("food"));
        Assert.DoesNotContain(extended.CuesFrom("who"), cue => cue.Words.Contains("cooked"));

        (string, string) Extended(string word) =>
            extended.CuesFrom(word).Where(cue => cue.Language.Length == 0).Select(cue => (cue.Group, cue.Value)).Single();
    }

    [Fact]
    public void Facts_that_teach_nothing_leave_the_lexicon_as_it_is() =>
        Assert.Same(Languages.Lexicon, TaughtWords.Extend(Languages.Lexicon, FactBuilder.Facts()));
}
