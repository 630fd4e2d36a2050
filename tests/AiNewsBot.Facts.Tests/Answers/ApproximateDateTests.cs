using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Answers;

/// <summary>A day that one index alone gives is told as about that day, until a second source agrees.</summary>
public sealed class ApproximateDateTests
{
    private static readonly Source Index = new("https://example.org/index", "Models", "The Index", SourceKind.Index);
    private static readonly Source SameIndex = new("https://example.org/large", "Large models", "The Index", SourceKind.Index);
    private static readonly Source OtherIndex = new("https://example.com/list", "A list", "Another Index", SourceKind.Index);

    [Fact]
    public void Day_of_one_index_is_about_that_day() =>
        Assert.Contains("announced on ~2024-01-01", Ask(Announced("2024-01-01", Index)).Text, StringComparison.Ordinal);

    [Fact]
    public void Two_tables_of_one_index_are_one_source() =>
        Assert.Contains("~2024-01-01", Ask(Announced("2024-01-01", Index, SameIndex)).Text, StringComparison.Ordinal);

    [Fact]
    public void Second_index_that_agrees_makes_the_day_certain() =>
        Assert.DoesNotContain("~", Ask(Announced("2024-01-01", Index, OtherIndex)).Text, StringComparison.Ordinal);

    [Fact]
    public void First_hand_source_makes_the_day_certain() =>
        Assert.DoesNotContain("~", Ask(Announced("2024-01-01", Index, FactBuilder.Source)).Text, StringComparison.Ordinal);

    [Fact]
    public void Day_that_the_first_hand_source_does_not_bear_is_about_that_day() =>
        Assert.Contains(
            "announced on ~2024-01-01",
            Ask(
                Announced("2024-01-01", Index, FactBuilder.Source) with
                {
                    Qualifiers = ImmutableSortedDictionary<string, string>.Empty.Add(Qualifiers.Dated, Qualifiers.About),
                }
            ).Text,
            StringComparison.Ordinal
        );

    [Fact]
    public void Month_that_an_index_tells_is_told_as_it_is() =>
        Assert.Contains("announced in 2024-01.", Ask(Announced("2024-01", Index)).Text, StringComparison.Ordinal);

    [Fact]
    public void Day_that_moderators_state_is_told_as_they_state_it() =>
        Assert.DoesNotContain("~", Ask(Announced("2024-01-01", Index) with { IsLocal = true }).Text, StringComparison.Ordinal);

    [Fact]
    public void Same_day_of_the_weights_confirms_the_announcement() =>
        Assert.Contains(
            "announced, with its weights, on 2024-01-01.",
            Ask(Announced("2024-01-01", Index), FactBuilder.State("one", Components.Weights, "available", "2024-01-01")).Text,
            StringComparison.Ordinal
        );

    [Fact]
    public void Openness_since_a_day_of_one_index_is_since_about_that_day()
    {
        var weights = FactBuilder.State("one", Components.Weights, "available", "2024-02-01") with { Sources = [Index] };
        var licence = FactBuilder.State("one", Properties.Licence, "Permissive");

        var answer = Ask(Aspect.Openness, Announced("2024-01-01", FactBuilder.Source), weights, licence);

        Assert.Contains("since ~2024-02-01", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_marks_the_statement_and_keeps_its_date_plain()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            AnswerJson.Write(writer, Ask(Announced("2024-01-01", Index)));

        using var json = JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray()));

        var fact = json.RootElement.GetProperty("facts")[0];
        Assert.Equal("2024-01-01", fact.GetProperty("validFrom").GetString());
        Assert.True(fact.GetProperty("approximate").GetBoolean());
    }

    private static Statement Announced(string date, params Source[] sources) =>
        FactBuilder.State("one", Properties.Announced, date, date) with
        {
            Sources = [.. sources],
        };

    private static Answer Ask(params Statement[] statements) => Ask(Aspect.ReleaseDate, statements);

    private static Answer Ask(Aspect aspect, params Statement[] statements)
    {
        var facts = FactBuilder.Facts(FactBuilder.Release("one") with { Statements = [.. statements] });
        return new Answerer(facts).View(facts.Find("one")!, aspect, FactBuilder.Today);
    }
}
