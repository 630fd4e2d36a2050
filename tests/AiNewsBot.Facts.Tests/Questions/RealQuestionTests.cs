using System.Text.Json;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>Questions of strangers. A person judged the answers; what they are about is kept beside the judgement, so that another answer
/// is judged again.</summary>
public sealed class RealQuestionTests(ITestOutputHelper output)
{
    private const int Columns = 5;

    [Fact]
    public void Answers_to_real_questions_are_about_what_they_were_when_they_were_judged()
    {
        var questions = File.ReadLines(SharedFiles.Need("questions/real-dev.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("q").GetString()!)
            .ToArray();
        var answerer = ShippedFacts.Answerer;
        var judged = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Questions", "RealQuestions.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .ToDictionary(row => row[0]);

        var others = questions
            .Select((question, index) => (Id: $"r{index + 1:00}", Question: question))
            .Where(asked => GetChange(answerer, asked.Question, judged[asked.Id]) is { } change && Report(asked.Id, change))
            .Select(asked => asked.Id);

        Assert.Equal(questions.Length, judged.Count);
        Assert.All(
            judged.Values,
            row => Assert.True(row.Length == Columns && row[1] is "right" or "half" or "wrong" or "else" or "refused", row[0])
        );
        Assert.Empty(others);
    }

    private static string? GetChange(Answerer answerer, string question, string[] row)
    {
        var answer = answerer.Ask(question, FactBuilder.Today);
        var (subjects, intent) = (string.Join(',', answer.Subjects.Select(subject => subject.Id)), answer.Intent?.ToSlug() ?? "");
        return subjects == row[2] && intent == row[3] ? null : $"{intent} of {subjects}, where {row[3]} of {row[2]} was judged";
    }

    private bool Report(string id, string change)
    {
        output.WriteLine($"{id}: {change}");
        return true;
    }
}
