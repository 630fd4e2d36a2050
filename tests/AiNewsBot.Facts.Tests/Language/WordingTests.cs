using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Tests.Language;

/// <summary>Sentences with places that are filled in, in English and in a language that says less.</summary>
public sealed class WordingTests
{
    private static readonly Wording English = new(
        Read(
            """
            language: en
            answers:
              hello: "Hello {name}."
              out: "It came out on {date}."
              until: "{licence} until {date}"
              moon: "moon {date}"
              start: "on {date}"
              and: " and "
              or: " or "
            verdict_names: {open-weights: open weights}
            component_names: {weights: the weights}
            """
        )
    );

    private static readonly Wording German = new(
        Read(
            """
            language: de
            answers:
              out: "Es erschien am {date}."
              and: " und "
            notes: {answered_in_english: "Auf Englisch.", facts_in_english: "Die Fakten sind englisch."}
            verdict_names: {open-weights: offene Gewichte}
            """
        ),
        English
    );

    [Fact]
    public void Places_are_filled_in_and_those_without_a_value_left_empty()
    {
        Assert.Equal("Hello Grok.", English["hello", ("name", "Grok"), ("other", "x")]);
        Assert.Equal("Hello .", English["hello", ("other", "x")]);
        Assert.Equal("Hello {name}.", English["hello"]);
    }

    [Fact]
    public void Filled_in_text_is_never_read_as_a_placeholder() =>
        Assert.Equal("{name} until {date}", English["until", ("licence", "{name}"), ("date", "{date}"), ("name", "x")]);

    [Theory]
    [InlineData("2024-03-17", "It came out on 2024-03-17.")]
    [InlineData("2024-03", "It came out in 2024-03.")]
    [InlineData("2024", "It came out in 2024.")]
    [InlineData("2024-03-11/2024-03-17", "It came out between 2024-03-11 and 2024-03-17.")]
    [InlineData("2024/2025", "It came out between 2024 and 2025.")]
    [InlineData("some day", "It came out on some day.")]
    [InlineData("~2024-03-17", "It came out on ~2024-03-17.")]
    public void English_says_on_of_a_day_alone(string date, string sentence) => Assert.Equal(sentence, English["out", ("date", date)]);

    [Theory]
    [InlineData("until", "2024-03-11/2024-03-17", " until 11 to 17 March 2024")]
    [InlineData("until", "2024-03", " until 2024-03")]
    [InlineData("moon", "2024-03", "moon 2024-03")]
    [InlineData("start", "2024-03", "on 2024-03")]
    public void Date_elsewhere_is_written_as_it_is_with_spans_in_words(string key, string date, string sentence) =>
        Assert.Equal(sentence, English[key, ("date", date)]);

    [Fact]
    public void Other_languages_keep_their_preposition() => Assert.Equal("Es erschien am 2024-03.", German["out", ("date", "2024-03")]);

    [Fact]
    public void Text_that_a_language_lacks_is_in_English()
    {
        Assert.Equal("Hello Grok.", German["hello", ("name", "Grok")]);
        Assert.Equal(("the weights", "open weights"), (English.Label("weights"), English.Name(VerdictKind.OpenWeights)));
        Assert.Equal(("training data", "offene Gewichte"), (German.Label("training_data"), German.Name(VerdictKind.OpenWeights)));
    }

    [Fact]
    public void Key_that_no_language_has_is_named_in_the_error() =>
        Assert.Contains("'nothing'", Assert.Throws<KeyNotFoundException>(() => German["nothing"]).Message, StringComparison.Ordinal);

    [Fact]
    public void Notes_on_English_answers_are_of_other_languages_alone()
    {
        Assert.Equal(("Auf Englisch.", "Die Fakten sind englisch."), (German.AnsweredInEnglish, German.FactsInEnglish));
        Assert.Null(English.AnsweredInEnglish);
        Assert.Null(English.FactsInEnglish);
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("a", "a", "a")]
    [InlineData("a b", "a and b", "a or b")]
    [InlineData("a b c", "a, b and c", "a, b or c")]
    public void Items_in_a_row_end_with_and_or_or(string items, string and, string or)
    {
        var list = items.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal((and, or), (English.Join(list), English.JoinOr(list)));
    }

    [Fact]
    public void Conjunction_is_that_of_the_language() => Assert.Equal("a und b", German.Join(["a", "b"]));

    private static LanguageFile Read(string text) => LanguageFile.Read(new StringReader(text), "test.yaml");
}
