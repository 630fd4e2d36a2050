using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Dates;
using AiNewsBot.Facts.Questions.Lists;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Answers;

/// <summary>What happened, by date, in a sentence each; what is new; how licences went.</summary>
public sealed class TimelineAnswerTests
{
    [Theory]
    [InlineData("announced 2024-01-01", "2024-01-01: one is announced.")]
    [InlineData("announced 2024-01-01 index", "~2024-01-01: one is announced.")]
    [InlineData("announced 2024-01; weights available 2024-03", "2024-01: one is announced. / 2024-03: The weights of one come out.")]
    [InlineData("weights available 2024-03; licence Permissive", "2024-03: The weights of one come out under Permissive.")]
    [InlineData("announced 2024-01-01; weights available 2024-01-01", "2024-01-01: one is announced, and its weights come out.")]
    [InlineData(
        "announced 2024-01-01 index; weights available 2024-01-01; licence Permissive",
        "2024-01-01: one is announced, and its weights come out under Permissive."
    )]
    [InlineData("licence Capped ..2024-06-01; licence Permissive 2024-06-01", "2024-06-01: one moves from Capped to Permissive.")]
    [InlineData("licence Old ..2024; licence New 2024", "2024: one moves from Old to New.")]
    [InlineData("licence Capped ..2024-06-01; licence Capped 2024-06-01; event It leaked. 2024-07-01", "2024-07-01: It leaked.")]
    [InlineData("event It leaked. 2024-07-01/2024-07-03", "1 to 3 July 2024: It leaked.")]
    [InlineData("event It leaked. 2030-07-01; announced 2024-01-01", "2024-01-01: one is announced.")]
    public void Events_of_a_release_are_told_by_date(string lines, string rows) =>
        Assert.Equal(rows, Asked.One(Aspect.History, lines).Rows());

    [Fact]
    public void Release_without_a_dated_event_has_no_timeline()
    {
        var answer = Asked.One(Aspect.History, "weights unavailable");

        Assert.Equal((AnswerStatus.NoFact, "I know of no dated event about one."), (answer.Status, answer.Lead));
    }

    [Fact]
    public void Kept_promise_and_topic_are_told_in_words_of_their_own()
    {
        var facts = Asked
            .Facts([Topic("rain", "says It rained. 2024-02-01", "says Undated.")], "one = announced 2024-01-01")
            .With([Family("promise open it 2024-03-01 | by: Maker | fulfilled: 2024-04-01")]);

        Assert.Equal(
            "2024-01-01: one is announced. / 2024-02-01: Rain: It rained. / "
                + "2024-03-01: Maker promised on 2024-03-01 to open it; that was kept on 2024-04-01. / "
                + "2024-04-01: The promise by Maker to open it is kept.",
            Asked.Of("family", Aspect.History, facts).Rows()
        );
    }

    [Fact]
    public void Timeline_shows_the_latest_page_first_and_the_rest_on_request()
    {
        var facts = Asked.Facts(
            "one = "
                + string.Join(
                    "; ",
                    Enumerable.Range(0, 30).Select(day => $"event e{day} {new DateOnly(2024, 1, 1).AddDays(day):yyyy-MM-dd}")
                )
        );
        var answerer = new Answerer(facts);

        var first = answerer.View(facts.Find("one")!, Intent.Timeline, FactBuilder.Today);
        var second = answerer.View(facts.Find("one")!, Intent.Timeline, FactBuilder.Today, page: 2);
        var beyond = answerer.View(facts.Find("one")!, Intent.Timeline, FactBuilder.Today, page: 9);

        Assert.Equal(("e5", "e29", 25), (first.Rows[0].Value, first.Rows[^1].Value, first.Rows.Length));
        Assert.Equal(("e0", "e4"), (second.Rows[0].Value, second.Rows[^1].Value));
        Assert.Equal((new Page(1, 2), new Page(2, 2), new Page(2, 2)), (first.Page, second.Page, beyond.Page));
    }

    [Theory]
    [InlineData(1, 0, 10, 1, 1)]
    [InlineData(1, 10, 10, 1, 1)]
    [InlineData(1, 11, 10, 1, 2)]
    [InlineData(3, 11, 10, 2, 2)]
    [InlineData(0, 11, 10, 1, 2)]
    [InlineData(-5, 0, 10, 1, 1)]
    public void Page_that_is_not_there_is_the_nearest(int asked, int items, int perPage, int number, int count) =>
        Assert.Equal(new Page(number, count), Page.Create(asked, items, perPage));

    [Fact]
    public void News_are_the_latest_eight_newest_first()
    {
        var context = Context("one = " + string.Join("; ", Enumerable.Range(10, 12).Select(day => $"event e{day} 2024-01-{day}")));

        var answer = TimelineAnswers.News(context, null);

        Assert.Equal("The latest that I know about openness:", answer.Lead);
        Assert.Equal(["e21", "e20", "e19", "e18", "e17", "e16", "e15", "e14"], answer.Rows.Select(row => row.Value));
        Assert.Equal("The latest that I know about one:", TimelineAnswers.News(context, context.Facts.Find("one")).Lead);
    }

    [Theory]
    [InlineData("2024-01-10", "2024-01-12", "e11 e10")]
    [InlineData("2024-02-01", "2024-02-29", "")]
    public void News_of_a_time_are_those_dated_then(string first, string last, string values)
    {
        var context = Context("one = event e10 2024-01-10; event e11 2024-01-11; event e20 2024-01-20");
        var period = new Period(DateOnly.Parse(first, null), DateOnly.Parse(last, null));
        context = context with
        {
            Question = context.Question with { Date = new DatePhrase(period.Last, period, DateProblem.None, "then", 0, 1) },
        };

        var answer = TimelineAnswers.News(context, null);

        Assert.Equal(values, string.Join(' ', answer.Rows.Select(row => row.Value)));
        if (values.Length == 0)
            Assert.Equal("I know of nothing that is dated so: then.", answer.Lead);
    }

    [Fact]
    public void Facts_without_events_have_no_news() =>
        Assert.Equal("I know of no dated event about Family.", TimelineAnswers.News(Context(), Context().Facts.Find("family")).Lead);

    [Theory]
    [InlineData(
        "licence Permissive; weights available 2024-01-01",
        "I know of one licence of one only: Permissive.",
        "2024-01-01: one: Permissive"
    )]
    [InlineData(
        "licence Capped ..2024-06-01; licence Permissive 2024-06-01; announced 2024-01-01",
        "Yes, the licence of one changed:",
        "2024-01-01: one: Capped / 2024-06-01: one: Permissive"
    )]
    [InlineData("weights unavailable", "one is proprietary: its weights are not published, so no licence covers them.", "")]
    public void Licence_is_told_over_time(string lines, string lead, string rows)
    {
        var answer = LicenceHistory("one", $"one = {lines}");

        Assert.Equal((lead, rows), (answer.Lead, answer.Rows()));
    }

    [Fact]
    public void Licences_of_several_releases_went_one_after_the_other() =>
        Assert.Equal(
            ("How the licences of Family went, by date:", "2024-01-01: a: Capped / 2025-01-01: b: Permissive"),
            LicenceHistory("family", "a = licence Capped; announced 2024-01-01", "b = licence Permissive; announced 2025-01-01")
                is var answer
                ? (answer.Lead, answer.Rows())
                : default
        );

    [Theory]
    [InlineData(nameof(OpennessTrend.Less), "2024-06-01, one: restricted weights, Capped; before: open weights, Permissive")]
    [InlineData(nameof(OpennessTrend.More), "2025-01-01, three 2: open weights, Free; before: three 1: closed")]
    [InlineData(nameof(OpennessTrend.Licences), "2024-06-01, one: restricted weights, Capped; before: open weights, Permissive")]
    public void Trend_compares_a_release_with_itself_and_with_the_next_of_its_line(string trend, string rows)
    {
        var context = Context(
            "one = weights available 2024-01-01; licence Permissive ..2024-06-01; licence Capped 2024-06-01",
            "three 1 = announced 2024-01-01; weights unavailable",
            "three 2 = weights available 2025-01-01; licence Free",
            "unknown 3 = weights unknown"
        );

        Assert.Equal(rows, TrendAnswers.Create(context, Enum.Parse<OpennessTrend>(trend), new ListFilter()).Rows());
    }

    [Theory]
    [InlineData("2024-01-01", "2024-12-31", true)]
    [InlineData("2025-01-01", "2025-12-31", false)]
    public void Trend_of_a_time_has_the_changes_of_that_time(string first, string last, bool isTold)
    {
        var context = Context("one = weights available 2024-01-01; licence Permissive ..2024-06-01; licence Capped 2024-06-01");
        var filter = new ListFilter { During = new Period(DateOnly.Parse(first, null), DateOnly.Parse(last, null)) };

        var answer = TrendAnswers.Create(context, OpennessTrend.Less, filter);

        Assert.Equal(isTold, answer.Status == AnswerStatus.Answered);
        Assert.Equal(isTold, answer.Lead != "I know of nothing that became less open.");
    }

    [Theory]
    [InlineData("family", true)]
    [InlineData("maker", true)]
    [InlineData("Permissive", false)]
    public void Trend_may_be_asked_of_a_family_or_maker(string of, bool isTold)
    {
        var context = Context("one = weights available 2024-01-01; licence Permissive ..2024-06-01; licence Capped 2024-06-01");

        var answer = TrendAnswers.Create(context, OpennessTrend.Less, new ListFilter { Of = [context.Facts.Find(of)!] });

        Assert.Equal(isTold, !answer.Rows.IsEmpty);
    }

    [Theory]
    [InlineData(
        "Maker: the last with published weights is a (2024-01-01); closed since: c, b",
        "a = weights available 2024-01-01; licence Permissive",
        "b = announced 2025-01-01; weights unavailable",
        "c = announced 2026-01-01; weights unavailable"
    )]
    [InlineData("", "a = weights available 2024-01-01; licence Permissive", "b = announced 2025-01-01; weights unavailable")]
    [InlineData("", "a = announced 2024-01-01; weights unavailable", "b = announced 2025-01-01; weights unavailable")]
    public void Maker_stopped_where_at_least_two_later_releases_are_closed(string rows, params string[] models)
    {
        var answer = TrendAnswers.Create(Context(models), OpennessTrend.Stopped, new ListFilter());

        Assert.Equal(rows, answer.Rows());
        Assert.Equal(rows.Length == 0 ? AnswerStatus.NoFact : AnswerStatus.Answered, answer.Status);
    }

    private static Answer LicenceHistory(string subject, params string[] models)
    {
        var context = Context(models);
        context = context with { Question = context.Question with { AsksLicenceHistory = true } };
        return TimelineAnswers.Create(context, context.Facts.Find(subject)!);
    }

    private static Subject Topic(string id, params string[] lines) =>
        FactLine.Subject(SubjectKind.Topic, id, lines) with
        {
            Name = "Rain",
            Related = ["family"],
        };

    private static Subject Family(params string[] lines) =>
        FactLine.Subject(SubjectKind.Family, "family", lines) with
        {
            Name = "Family",
            Parent = "maker",
        };

    private static AnswerContext Context(params string[] models) => FactBuilder.Context() with { Facts = Asked.Facts(models) };
}
