using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Tests.Harness;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Tests.Answers;

/// <summary>When a model, its weights or a part of it came out, who makes it, and how large it is.</summary>
public sealed class DateAnswerTests
{
    [Theory]
    [InlineData(
        "announced 2024-01-01; weights available 2024-03-17",
        "one was announced on 2024-01-01. Its weights came out on 2024-03-17."
    )]
    [InlineData("announced 2024-01-01; weights available 2024-01-01", "one was announced, with its weights, on 2024-01-01.")]
    [InlineData("announced 2024-01", "one was announced in 2024-01.")]
    [InlineData("announced 2024-01-01; weights unavailable", "one was announced on 2024-01-01. Its weights have not been published.")]
    [InlineData("weights available 2024-03-11/2024-03-17", "one: Its weights came out between 2024-03-11 and 2024-03-17.")]
    [InlineData("announced 2024-01-01; weights unknown", "one was announced on 2024-01-01.")]
    [InlineData(
        "announced 2019-02-14; weights partial 2019-02-14..2019-11-05; weights available 2019-11-05",
        "one was announced, with its weights, on 2019-02-14. At first only in part; in full on 2019-11-05."
    )]
    public void Announcement_and_weights_are_told_apart(string lines, string lead) =>
        Assert.Equal(lead, Asked.One(Aspect.ReleaseDate, lines).Lead);

    [Fact]
    public void Release_without_a_date_is_not_dated()
    {
        var answer = Asked.One(Aspect.ReleaseDate, "weights available");

        Assert.Equal((AnswerStatus.NoFact, "I do not know when one came out."), (answer.Status, answer.Lead));
    }

    [Fact]
    public void Family_lists_twelve_and_counts_the_rest()
    {
        var answer = Asked.Family(
            Aspect.ReleaseDate,
            [.. Enumerable.Range(10, 14).Select(day => $"m{day} = announced 2024-01-{day}"), "undated = paper available"]
        );

        Assert.Equal((12, "m23: announced 2024-01-23, weights not published"), (answer.Rows.Length, Row(answer, 0)));
        Assert.Equal(["and 2 more."], answer.Notes);
    }

    [Theory]
    [InlineData("announced 2024-01-01; weights available 2024-03-17", "one: announced 2024-01-01, weights 2024-03-17")]
    [InlineData("announced 2024-01-01; weights available 2024-01-01", "one: announced with its weights 2024-01-01")]
    [InlineData("weights available 2024-03 index", "one: weights 2024-03")]
    [InlineData("weights available 2024-03-01 index", "one: weights ~2024-03-01")]
    public void Rows_of_a_family_have_both_dates(string lines, string row) =>
        Assert.Equal(row, Row(Asked.Family(Aspect.ReleaseDate, $"one = {lines}"), 0));

    [Theory]
    [InlineData("paper", "paper available 2024-02", "The paper of one came out in 2024-02.")]
    [InlineData("paper", "paper available 2024-02-03 index", "The paper of one came out on ~2024-02-03.")]
    [InlineData("paper", "paper available", "I do not know when the paper of one came out.")]
    [InlineData("paper", "paper unavailable 2024-02", "I do not know when the paper of one came out.")]
    public void Component_has_a_day_of_its_own(string component, string lines, string lead)
    {
        var context = Context($"one = {lines}");
        context = context with { Question = context.Question with { Component = component } };

        Assert.Equal(lead, DateAnswers.Create(context, context.Facts.Find("one")!).Lead);
    }

    [Theory]
    [InlineData(
        "Family first became open with a: its weights came out on 2024-01-01 under Permissive.",
        "weights available 2024-01-01; licence Permissive",
        "weights available 2025-01-01"
    )]
    [InlineData(
        "Family first became open with b: its weights came out in 2023 under unknown.",
        "weights available 2024-01-01",
        "weights available 2023"
    )]
    [InlineData("Family has not been opened: none of its releases has published weights.", "announced 2024-01-01", "announced 2025-01-01")]
    public void Family_became_open_with_the_first_weights(string lead, string one, string other)
    {
        var context = Context($"a = {one}", $"b = {other}");
        context = context with { Question = context.Question with { AsksOpening = true } };

        Assert.Equal(lead, DateAnswers.Create(context, context.Facts.Find("family")!).Lead);
    }

    [Fact]
    public void Promise_that_is_asked_for_and_was_not_made_is_denied()
    {
        var context = Context("one = announced 2024-01-01; weights unavailable");
        context = context with { Question = context.Question with { AsksPromise = true } };

        Assert.Equal(
            ["I know of no promise about one.", "There is no date for it."],
            DateAnswers.Create(context, context.Facts.Find("one")!).Notes
        );
    }

    [Theory]
    [InlineData("one", null, "one is made by Maker.")]
    [InlineData("one", "maker", "one is made by Maker.")]
    [InlineData("one", "other", "one is made by Maker, not by other.")]
    [InlineData("family", null, "Family is made by Maker.")]
    [InlineData("maker", null, "Maker")]
    [InlineData("other", null, "other (France): It makes models.")]
    [InlineData("orphan", null, "I do not know who makes orphan.")]
    [InlineData("Permissive", null, "I do not know who makes Permissive.")]
    [InlineData("Own", null, "Own is made by other.")]
    [InlineData("Foreign", null, "Foreign is made by Somebody.")]
    public void Maker_is_that_of_the_family_or_the_steward_of_a_licence(string subject, string? asked, string lead)
    {
        var context = FactBuilder.Context() with
        {
            Facts = Asked.Facts(
                [
                    FactLine.Subject(SubjectKind.Organization, "other", "country FR") with
                    {
                        About = "It makes models.",
                    },
                    FactLine.Model("orphan") with
                    {
                        Parent = "nothing",
                    },
                    Stewarded("Own", "other"),
                    Stewarded("Foreign", "Somebody"),
                ],
                "one = announced 2024-01-01"
            ),
        };

        var answer = MakerAnswers.Create(context, context.Facts.Find(subject)!, asked is null ? null : context.Facts.Find(asked));

        Assert.Equal(lead, answer.Lead);
    }

    [Theory]
    [InlineData("FR", "France")]
    [InlineData("US", "United States")]
    [InlineData("ZZ", "ZZ")]
    public void Country_is_named_where_its_code_is_known(string code, string name) => Assert.Equal(name, CountryNames.InEnglish(code));

    [Theory]
    [InlineData("7B, 70B", null, "one", "one has 7B or 70B parameters.")]
    [InlineData("7B", "13B", "family", "The sizes of Family, in parameters:")]
    public void Sizes_are_told_of_one_or_by_release(string one, string? two, string subject, string lead)
    {
        var context = FactBuilder.Context([
            .. new[] { ("one", one), ("two", two) }
                .Where(model => model.Item2 is not null)
                .Select(model => Sized(model.Item1, model.Item2!)),
        ]);

        Assert.Equal(lead, DetailAnswers.ForSize(context, context.Facts.Find(subject)!)?.Lead);
    }

    [Fact]
    public void Size_that_the_facts_do_not_tell_is_not_answered()
    {
        var context = Context("one = announced 2024-01-01");

        Assert.Null(DetailAnswers.ForSize(context, context.Facts.Find("one")!));
    }

    private static Subject Stewarded(string id, string steward) =>
        FactLine.Terms(id) is var licence ? licence with { Details = licence.Details.Add(DetailNames.Steward, steward) } : licence;

    private static Subject Sized(string id, string size) =>
        FactLine.Model(id) is var model ? model with { Details = model.Details.Add(DetailNames.Size, size) } : model;

    private static string Row(Answer answer, int index) => $"{answer.Rows[index].Label}: {answer.Rows[index].Value}";

    private static AnswerContext Context(params string[] models) => FactBuilder.Context() with { Facts = Asked.Facts(models) };
}
