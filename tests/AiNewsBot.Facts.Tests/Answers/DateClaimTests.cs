using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Dates;
using AiNewsBot.Facts.Questions.Propositions;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Answers;

/// <summary>Claims on when a model came out and who made it, against dates that may be as coarse as a year.</summary>
public sealed class DateClaimTests
{
    private const string Agrees = nameof(ClaimJudgement.Agrees);
    private const string Disagrees = nameof(ClaimJudgement.Disagrees);
    private const string Depends = nameof(ClaimJudgement.Depends);
    private const string Unknown = nameof(ClaimJudgement.Unknown);

    // "In March 2024", "before March 2024" and "after March 2024" of what is known to the day, the month, the year or an interval.
    [Theory]
    [InlineData("2024-03-17", "in", Agrees)]
    [InlineData("2024-03", "in", Agrees)]
    [InlineData("2024-02-29", "in", Disagrees)]
    [InlineData("2024-04-01", "in", Disagrees)]
    [InlineData("2024-03-17/2024-04-02", "in", Unknown)]
    [InlineData("2024", "in", Agrees)]
    [InlineData("2024-02-29", "before", Agrees)]
    [InlineData("2024-03-01", "before", Disagrees)]
    [InlineData("2024", "before", Unknown)]
    [InlineData("2024-04-01", "after", Agrees)]
    [InlineData("2024-03-31", "after", Disagrees)]
    [InlineData("2024", "after", Unknown)]
    public void Month_is_compared_with_what_is_known(string known, string how, string judgement)
    {
        var (first, last) = (new DateOnly(2024, 3, 1), new DateOnly(2024, 3, 31));
        var day = how switch
        {
            "before" => first.AddDays(-1),
            "after" => last.AddDays(1),
            _ => last,
        };

        var finding = Find([Weights(known)], new DatePhrase(day, new Period(first, last), DateProblem.None, "March 2024", 0, 2));

        Assert.Equal(judgement, finding.Judgement.ToString());
    }

    // One day of a month in which it came out is not known to be that day.
    [Theory]
    [InlineData("2024-03-17", Agrees)]
    [InlineData("2024-03-18", Disagrees)]
    [InlineData("2024-03", Unknown)]
    public void Day_is_compared_with_what_is_known(string known, string judgement) =>
        Assert.Equal(judgement, Find([Weights(known)], On("2024-03-17")).Judgement.ToString());

    [Theory]
    [InlineData("2024-01-01", "2024-03-01", "2024-01-01", Depends, "announced 2024-01-01, weights 2024-03-01")]
    [InlineData("2024-01-01", "2024-03-01", "2024-03-01", Agrees, "announced 2024-01-01, weights 2024-03-01")]
    [InlineData("2024-01-01", "2024-03-01", "2024-05-01", Disagrees, "announced 2024-01-01, weights 2024-03-01")]
    [InlineData("2024-01-01", "2024-03", "2024-03-05", Unknown, "announced 2024-01-01, weights 2024-03")]
    [InlineData("2024-01-01", "2024-01-01", "2024-01-01", Agrees, "announced with its weights 2024-01-01")]
    [InlineData("2024-01-01", null, "2024-01-01", Agrees, "announced 2024-01-01")]
    [InlineData("2024-01-01", null, "2024-01-02", Disagrees, "announced 2024-01-01")]
    [InlineData(null, "2024-03-01", "2024-03-01", Agrees, "weights 2024-03-01")]
    [InlineData(null, "2024-03-01", "2024-03-02", Disagrees, "weights 2024-03-01")]
    public void Announcement_and_weights_are_two_days(string? announced, string? weights, string claimed, string judgement, string text)
    {
        var finding = Find(Dates(announced, weights), On(claimed));

        Assert.Equal((judgement, text), (finding.Judgement.ToString(), finding.Text));
    }

    [Theory]
    [InlineData("2024-01-01", Agrees)]
    [InlineData("2024-03-01", Disagrees)]
    public void Claim_of_an_announcement_is_on_that_day_alone(string claimed, string judgement)
    {
        var says = new Assertion(Aspect.ReleaseDate) { Date = On(claimed), IsAnnouncement = true };

        Assert.Equal(judgement, Find(Dates("2024-01-01", "2024-03-01"), says).Judgement.ToString());
    }

    [Theory]
    [InlineData("2024-03-01", "2024-03-01", Agrees)]
    [InlineData("2024-03-01", "2024-01-01", Disagrees)]
    [InlineData(null, "2024-01-01", Unknown)]
    public void Claim_of_weights_is_on_their_day_alone(string? weights, string claimed, string judgement)
    {
        var says = new Assertion(Aspect.ReleaseDate) { Date = On(claimed), Component = Components.Weights };

        Assert.Equal(judgement, Find(Dates("2024-01-01", weights), says).Judgement.ToString());
    }

    [Fact]
    public void Weights_that_never_came_out_came_out_on_no_day()
    {
        var says = new Assertion(Aspect.ReleaseDate) { Date = On("2024-01-01"), Component = Components.Weights };

        var finding = Find([.. Dates("2024-01-01", null), FactBuilder.State("one", Components.Weights, "unavailable")], says);

        Assert.Equal((ClaimJudgement.Disagrees, "announced 2024-01-01"), (finding.Judgement, finding.Text));
    }

    [Fact]
    public void Date_that_names_no_period_is_not_judged() =>
        Assert.Equal(
            ClaimJudgement.Unknown,
            Find(Dates("2024-01-01", null), new DatePhrase(null, null, DateProblem.Unclear, "3/4", 0, 1)).Judgement
        );

    [Fact]
    public void Release_without_a_date_came_out_on_no_known_day()
    {
        var finding = Find([], On("2024-01-01"));

        Assert.Equal((ClaimJudgement.Unknown, "the facts do not say"), (finding.Judgement, finding.Text));
        Assert.Empty(finding.Facts);
    }

    [Fact]
    public void Family_came_out_with_the_first_of_its_releases()
    {
        var says = new Assertion(Aspect.ReleaseDate) { Date = On("2024-01-01") };

        var finding = Find("family", says, Release("late", "2025-01-01"), Release("early", "2024-01-01"), Undated("none"));

        Assert.Equal((ClaimJudgement.Agrees, "early announced 2024-01-01"), (finding.Judgement, finding.Text));
        Assert.Equal("early", Assert.Single(finding.Facts).Subject);
    }

    [Theory]
    [InlineData("one", "maker", Agrees, "made by Maker")]
    [InlineData("one", "family", Disagrees, "made by Maker, not by Family")]
    [InlineData("family", "maker", Agrees, "made by Maker")]
    [InlineData("Permissive", "maker", Unknown, "the facts do not say")]
    public void Maker_is_that_of_the_family(string subject, string maker, string judgement, string text)
    {
        var context = FactBuilder.Context(Release("one", "2024-01-01"));
        var says = new Assertion(Aspect.Maker) { Maker = context.Facts.Find(maker) };

        var finding = DateClaims.ForMaker(context, context.Facts.Find(subject)!, says);

        Assert.Equal((judgement, text), (finding.Judgement.ToString(), finding.Text));
    }

    [Fact]
    public void Maker_is_told_by_its_own_facts_or_else_by_the_announcement()
    {
        var bare = FactBuilder.Context(Release("one", "2024-01-01"));
        var maker = bare.Facts.Find("maker")!.Subject;
        var known = bare with
        {
            Facts = bare.Facts.With([maker with { Statements = [FactBuilder.State("maker", Properties.Country, "France")] }]),
        };

        Assert.Equal(Properties.Announced, Assert.Single(FactsOf(bare)).Property);
        Assert.Equal(Properties.Country, Assert.Single(FactsOf(known)).Property);

        static IEnumerable<Statement> FactsOf(AnswerContext context) =>
            DateClaims
                .ForMaker(context, context.Facts.Find("one")!, new Assertion(Aspect.Maker) { Maker = context.Facts.Find("maker") })
                .Facts;
    }

    private static DatePhrase On(string day) =>
        DateOnly.Parse(day, null) is var date
            ? new DatePhrase(date, new Period(date, date), DateProblem.None, day, 0, 1)
            : throw new FormatException();

    private static Statement Weights(string since) => FactBuilder.State("one", Components.Weights, "available", since);

    private static Statement[] Dates(string? announced, string? weights) =>
        [
            .. announced is null ? Array.Empty<Statement>() : [FactBuilder.State("one", Properties.Announced, announced, announced)],
            .. weights is null ? Array.Empty<Statement>() : [Weights(weights)],
        ];

    private static ClaimFinding Find(Statement[] statements, DatePhrase date) =>
        Find(statements, new Assertion(Aspect.ReleaseDate) { Date = date });

    private static ClaimFinding Find(Statement[] statements, Assertion says) =>
        Find("one", says, Undated("one") with { Statements = [.. statements] });

    private static ClaimFinding Find(string subject, Assertion says, params Subject[] releases)
    {
        var context = FactBuilder.Context(releases);
        return DateClaims.Create(context, context.Facts.Find(subject)!, says);
    }

    private static Subject Release(string id, string announced) =>
        Undated(id) with
        {
            Statements = [FactBuilder.State(id, Properties.Announced, announced, announced)],
        };

    private static Subject Undated(string id) => FactBuilder.Release(id) with { Statements = [] };
}
