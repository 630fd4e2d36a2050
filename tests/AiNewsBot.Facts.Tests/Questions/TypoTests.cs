using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Questions;

public sealed class TypoTests(ITestOutputHelper output)
{
    private const int Sampled = 10_000;
    private const double Kept = 0.85;
    private const double Taken = 0.01;

    [Fact]
    public void Typo_keeps_the_subject_and_rarely_takes_another()
    {
        var answerer = ShippedFacts.Answerer;
        var slips = AskedQuestion
            .ReadAll()
            .Where(row => row.Language == "en")
            .Select(row => (row.Text, Answer: answerer.Ask(row.Text, FactBuilder.Today)))
            .Where(row =>
                row.Answer
                    is {
                        Status: AnswerStatus.Answered,
                        Subjects: [{ Subject.Kind: SubjectKind.Release or SubjectKind.Family or SubjectKind.Organization }]
                    }
            )
            .SelectMany(row => TypoGenerator.Generate(row.Text).Select(typed => (Typed: typed, row.Answer.Subjects[0].Id)))
            .ToArray();
        new Random(1).Shuffle(slips);
        int kept = 0,
            taken = 0;
        foreach (var (typed, subject) in slips.Take(Sampled))
        {
            var answer = answerer.Ask(typed, FactBuilder.Today);
            if (answer.Subjects is [var only, ..] && only.Id == subject)
            {
                kept++;
            }
            else if (answer.Status == AnswerStatus.Answered && answer.Subjects.Length > 0)
            {
                taken++;
                output.WriteLine($"{typed}: {string.Join(", ", answer.Subjects.Select(view => view.Id))} instead of {subject}");
            }
        }

        var asked = Math.Min(Sampled, slips.Length);
        output.WriteLine(
            $"of {asked} (of {slips.Length}): {100.0 * kept / asked:0.00} % keep the subject, {100.0 * taken / asked:0.00} % take another"
        );
        Assert.True(kept >= Kept * asked, $"{kept} of {asked} keep the subject");
        Assert.True(taken < Taken * asked, $"{taken} of {asked} take another");
    }
}
