using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Answers;

/// <summary>What was promised, and whether it was kept by the day of the question.</summary>
public sealed class PromiseTests
{
    [Theory]
    [InlineData("promise open it 2024-01-01 | by: Maker", "Maker promised on 2024-01-01 to open it; that is still open.")]
    [InlineData("promise open it 2024-01 | by: Maker", "Maker promised in 2024-01 to open it; that is still open.")]
    [InlineData("promise open it 2024-01-01", "Maker promised on 2024-01-01 to open it; that is still open.")]
    [InlineData(
        "promise open it 2024-01-01 | by: Maker | said: in about a year | due: 2025-01",
        "Maker promised on 2024-01-01 to open it (in about a year); that is still open and overdue since 2025-01."
    )]
    [InlineData(
        "promise open it 2024-01-01 | by: Maker | due: 2026-11-24",
        "Maker promised on 2024-01-01 to open it; that is still open and due by 2026-11-24."
    )]
    [InlineData(
        "promise open it 2024-01-01 | by: Maker | restated: 2024-02;2024-03-01",
        "Maker promised on 2024-01-01 to open it; that is still open. It was restated on 2024-02, 2024-03-01."
    )]
    [InlineData(
        "promise open it 2024-01-01 | by: Maker | due: 2024-06 | fulfilled: 2024-08-01",
        "Maker promised on 2024-01-01 to open it; that was kept on 2024-08-01."
    )]
    [InlineData(
        "promise open it 2024-01-01 | by: Maker | fulfilled: 2027-01-01",
        "Maker promised on 2024-01-01 to open it; that is still open."
    )]
    public void Promise_is_open_overdue_due_or_kept(string line, string text)
    {
        var context = Context([line]);

        Assert.Equal(text, PromiseFormatter.Format(context, context.Facts.Find("family")!.All(Properties.Promise)[0]));
    }

    // Of the promises of a family those count for a release that are about it; what moderators say of the release itself always does.
    [Theory]
    [InlineData("one", "of one|own")]
    [InlineData("two", "of two")]
    [InlineData("family", "of all|of one|of two|own")]
    [InlineData("maker", "of all|of one|of two|by maker|own")]
    public void Promises_about_a_subject_are_those_that_concern_it(string subject, string promises)
    {
        var facts = Facts(
            ["promise of all 2024", "promise of one 2024 | about: one", "promise of two 2024 | about: ONE-not two"],
            "one = promise own 2024; weights unavailable",
            "two = weights unavailable"
        );
        facts = facts.With([FactLine.Subject(SubjectKind.Organization, "maker", "promise by maker 2024", "promise past ..2024-06-01")]);
        var context = FactBuilder.Context() with { Facts = facts };

        Assert.Equal(
            promises.Split('|').Order(),
            PromiseFormatter.About(context, facts.Find(subject)!).Select(promise => promise.Value).Order()
        );
    }

    [Theory]
    [InlineData(null, "open it|close it", true)]
    [InlineData(true, "close it", true)]
    [InlineData(false, "open it", true)]
    public void Promises_of_all_are_told_latest_first_kept_or_not(bool? kept, string promises, bool isAnswered)
    {
        var context = Context(["promise close it 2023 | by: Maker | fulfilled: 2024", "promise open it 2024 | by: Other Maker"]);
        context = context with { Question = context.Question with { AsksKept = kept } };

        var answer = TimelineAnswers.Promises(context);

        Assert.Equal(isAnswered, answer.Status == AnswerStatus.Answered);
        Assert.Equal(promises.Split('|'), answer.Facts.Select(fact => fact.Value));
    }

    [Theory]
    [InlineData("what did other promise", false, "open it")]
    [InlineData("what did somebody promise", true, "")]
    public void Named_maker_is_told_its_own_promises_alone(string question, bool namesSomebody, string promises)
    {
        var context = Context(["promise close it 2023 | by: Maker", "promise open it 2024 | by: Other"]);
        context = context with
        {
            Question = context.Question with { Tokens = AiNewsBot.Facts.Text.Tokenizer.Split(question), NamesSomebody = namesSomebody },
        };

        var answer = TimelineAnswers.Promises(context);

        Assert.Equal(promises, string.Join('|', answer.Facts.Select(fact => fact.Value)));
        Assert.Equal(promises.Length == 0 ? "I know of no such promise." : "The promises that I know of, the latest first:", answer.Lead);
    }

    [Fact]
    public void Release_is_told_its_promise_and_that_its_weights_are_not_out()
    {
        var answer = Timeline(
            "one",
            ["promise open it 2024-01-01 | by: Maker | about: one", "promise again 2024-02-01 | by: Maker | about: one"]
        );

        Assert.Equal("Maker promised on 2024-01-01 to open it; that is still open.", answer.Lead);
        Assert.Equal(
            ["Maker promised on 2024-02-01 to again; that is still open.", "The weights of one have not been published."],
            answer.Notes
        );
    }

    [Fact]
    public void Where_nothing_was_promised_it_is_told_how_open_the_model_is()
    {
        var answer = Timeline("one", []);

        Assert.Equal((AnswerStatus.NoFact, "I know of no promise about one."), (answer.Status, answer.Lead));
        Assert.Equal(["one is closed: its weights are not published."], answer.Notes);
    }

    private static Answer Timeline(string subject, string[] promises)
    {
        var context = Context(promises);
        context = context with { Question = context.Question with { AsksPromise = true } };
        return TimelineAnswers.Create(context, context.Facts.Find(subject)!);
    }

    private static AnswerContext Context(string[] promises) =>
        FactBuilder.Context() with
        {
            Facts = Facts(promises, "one = announced 2023-01-01; weights unavailable"),
        };

    private static AiNewsBot.Facts.Snapshots.FactBase Facts(string[] promises, params string[] models) =>
        Asked.Facts(models).With([FactLine.Subject(SubjectKind.Family, "family", promises) with { Name = "Family", Parent = "maker" }]);
}
