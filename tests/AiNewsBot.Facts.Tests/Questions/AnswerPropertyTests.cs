using System.Text.RegularExpressions;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>What holds of the answer to every question of the set.</summary>
public sealed partial class AnswerPropertyTests
{
    private static readonly Dataset Dataset = ShippedFacts.Dataset;
    private static readonly Answerer Answerer = new(FactBase.Create(Dataset.Subjects));
    private static readonly string[] Asked = [.. AskedQuestion.ReadAll().Select(row => row.Text)];

    [Fact]
    public void Facts_of_an_answer_are_from_the_snapshot()
    {
        var known = Answerer.Facts.All.SelectMany(view => view.Subject.Statements).ToHashSet(ReferenceEqualityComparer.Instance);

        Assert.All(Asked, question => Assert.All(Answerer.Ask(question, FactBuilder.Today).Facts, fact => Assert.Contains(fact, known)));
    }

    [Fact]
    public void Dates_of_an_answer_are_stated_of_its_subjects() =>
        Assert.All(
            Asked,
            question =>
            {
                var answer = Answerer.Ask(question, FactBuilder.Today);
                var stated = answer
                    .Facts.Concat(About(answer).SelectMany(view => view.Subject.Statements))
                    .SelectMany(Texts)
                    .Concat(About(answer).Select(view => view.Name))
                    .SelectMany(text => Days().Matches(text).Select(match => match.Value))
                    .ToHashSet();
                var told = Days()
                    .Matches(
                        answer.Status != AnswerStatus.Answered
                            ? ""
                            : answer.Lead + " " + answer.How + string.Join(' ', answer.Rows.Select(row => $" {row.Label} {row.Value} "))
                    )
                    .Select(match => match.Value);

                Assert.All(
                    told.Where(day =>
                        answer.AsOf?.ToString("yyyy-MM-dd", null) != day && !question.Contains(day, StringComparison.Ordinal)
                    ),
                    day => Assert.Contains(day, stated)
                );
            }
        );

    [Fact]
    public void Answered_question_cites_facts() =>
        Assert.All(
            Asked,
            question =>
                Assert.True(
                    Answerer.Ask(question, FactBuilder.Today) is { Status: not AnswerStatus.Answered } or { Facts.IsEmpty: false },
                    question
                )
        );

    [Fact]
    public void As_of_today_equals_today() =>
        Assert.All(
            Asked,
            question =>
            {
                var now = Answerer.Ask(question, FactBuilder.Today);
                var dated = Answerer.Ask(question, FactBuilder.Today, FactBuilder.Today);

                Assert.Equal(now.Verdict, dated.Verdict);
                Assert.Equal(now.Facts, dated.Facts);
            }
        );

    [Fact]
    public void Same_question_has_the_same_answer() =>
        Assert.All(
            Asked,
            question => Assert.Equal(Answerer.Ask(question, FactBuilder.Today).Text, Answerer.Ask(question, FactBuilder.Today).Text)
        );

    [Fact]
    public void Added_model_changes_only_lists()
    {
        var grown = new Answerer(
            FactBase.Create([
                .. Dataset.Subjects,
                new Subject
                {
                    Kind = SubjectKind.Organization,
                    Id = "tessarine",
                    Name = "Tessarine Institute",
                },
                new Subject
                {
                    Kind = SubjectKind.Family,
                    Id = "quibbleforth",
                    Name = "Quibbleforth",
                    Parent = "tessarine",
                },
                FactBuilder.Release(
                    "quibbleforth-17",
                    FactBuilder.State("quibbleforth-17", Components.Weights, "available", "2021-05-05"),
                    FactBuilder.State("quibbleforth-17", Properties.Licence, "MIT")
                ) with
                {
                    Parent = "quibbleforth",
                    Name = "Quibbleforth 17",
                },
            ])
        );

        Assert.All(
            Asked,
            question =>
            {
                var before = Answerer.Ask(question, FactBuilder.Today);
                if (before is not { Intent: Intent.List or Intent.News })
                    Assert.Equal(before.Text, grown.Ask(question, FactBuilder.Today).Text);
            }
        );
    }

    private static IEnumerable<SubjectView> About(Answer answer) =>
        answer.Subjects.SelectMany(subject =>
            Answerer
                .Facts.ReleasesOf(subject)
                .Append(subject)
                .Concat(Answerer.Facts.FamiliesOf(subject))
                .Concat(Answerer.Facts.FamilyOf(subject) is { } family ? [family] : [])
        );

    private static IEnumerable<string> Texts(Statement statement) =>
        [statement.Value, statement.ValidFrom?.Text ?? "", statement.ValidTo?.Text ?? "", .. statement.Qualifiers.Values];

    [GeneratedRegex(@"\b(19|20)\d\d-\d\d(-\d\d)?\b")]
    private static partial Regex Days();
}
