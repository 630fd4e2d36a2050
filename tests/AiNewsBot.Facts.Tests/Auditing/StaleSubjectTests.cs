using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Auditing;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Auditing;

/// <summary>What was not checked for long, what people ask about first.</summary>
public sealed class StaleSubjectTests
{
    private const int Days = 180;
    private static readonly DateOnly Old = FactBuilder.Today.AddDays(-Days - 1);

    private static readonly Answerer Answerer = new(
        FactBuilder.Facts(
            Checked("zebra-1", Old),
            Checked("yak-1", Old.AddDays(-1)),
            Checked("xerus-1", FactBuilder.Today),
            FactBuilder.Topic
        )
    );

    [Fact]
    public void Subject_that_is_asked_for_comes_before_an_older_check() =>
        Assert.Equal(["zebra-1", "yak-1"], Find(("is zebra-1 open source", 3), ("what is the weather", 9)));

    [Fact]
    public void Oldest_check_comes_first_where_nothing_was_asked() => Assert.Equal(["yak-1", "zebra-1"], Find());

    [Fact]
    public void Times_asked_are_summed_over_questions()
    {
        var stale = StaleSubject.Find(Answerer, [("is zebra-1 open source", 3), ("when was zebra-1 released", 2)], FactBuilder.Today, Days);

        Assert.Equal(5, stale[0].Asked);
        Assert.Equal((1, Old), (stale[0].Facts, stale[0].OldestCheck));
    }

    private static IEnumerable<string> Find(params (string, int)[] questions) =>
        StaleSubject.Find(Answerer, questions, FactBuilder.Today, Days).Select(stale => stale.Subject.Id);

    private static Subject Checked(string id, DateOnly day) =>
        FactBuilder.Release(id) with
        {
            Statements = [FactBuilder.State(id, Components.Weights, "unavailable") with { VerifiedOn = day }],
        };
}
