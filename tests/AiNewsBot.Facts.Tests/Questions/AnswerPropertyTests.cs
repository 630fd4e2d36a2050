using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Reading;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>What holds of the answer to every question of the set.</summary>
public sealed class AnswerPropertyTests
{
    private static readonly Dataset Dataset = DatasetReader.ReadEmbedded();
    private static readonly Answerer Answerer = new(FactBase.Of(Dataset.Subjects));
    private static readonly string[] Asked = [.. AskedQuestion.ReadAll().Select(row => row.Text)];

    [Fact]
    public void Every_fact_of_an_answer_is_one_of_the_snapshot()
    {
        var known = Answerer.Facts.All.SelectMany(view => view.Subject.Statements).ToHashSet(ReferenceEqualityComparer.Instance);

        Assert.All(Asked, question => Assert.All(Answerer.Ask(question, Build.Today).Facts, fact => Assert.Contains(fact, known)));
    }

    [Fact]
    public void Who_is_answered_is_given_facts() =>
        Assert.All(Asked, question => Assert.True(Answerer.Ask(question, Build.Today) is { Status: not AnswerStatus.Answered } or { Facts.IsEmpty: false }, question));

    [Fact]
    public void As_of_today_is_the_answer_of_today() => Assert.All(Asked, question =>
    {
        var now = Answerer.Ask(question, Build.Today);
        var dated = Answerer.Ask(question, Build.Today, Build.Today);

        Assert.Equal(now.Verdict, dated.Verdict);
        Assert.Equal(now.Facts, dated.Facts);
    });

    [Fact]
    public void The_same_question_has_the_same_answer() =>
        Assert.All(Asked, question => Assert.Equal(Answerer.Ask(question, Build.Today).Text, Answerer.Ask(question, Build.Today).Text));

    [Fact]
    public void A_model_that_nobody_asks_about_changes_lists_alone()
    {
        var grown = new Answerer(FactBase.Of(
        [
            .. Dataset.Subjects,
            new Subject { Kind = SubjectKind.Organization, Id = "tessarine", Name = "Tessarine Institute" },
            new Subject { Kind = SubjectKind.Family, Id = "quibbleforth", Name = "Quibbleforth", Parent = "tessarine" },
            Build.Release("quibbleforth-17", Build.Say("quibbleforth-17", Components.Weights, "available", "2021-05-05"), Build.Say("quibbleforth-17", Properties.Licence, "MIT"))
                with { Parent = "quibbleforth", Name = "Quibbleforth 17" },
        ]));

        Assert.All(Asked, question =>
        {
            var before = Answerer.Ask(question, Build.Today);
            if (before is not { Intent: Intent.List or Intent.News })
                Assert.Equal(before.Text, grown.Ask(question, Build.Today).Text);
        });
    }
}
