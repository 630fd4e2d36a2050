using System.Text.Json;
using System.Text.RegularExpressions;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>The shared question set, graded by its own expectations: status, intent, component, date, verdict and what the answer must and
/// must not say.</summary>
public sealed class DevQuestionTests(ITestOutputHelper output)
{
    private const double Wanted = 0.97;

    [Fact]
    public void Shared_questions_are_answered_as_expected()
    {
        var answerer = ShippedFacts.Answerer;
        var questions = File.ReadLines(SharedFiles.Need("questions/dev.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(question => question.GetProperty("lang").GetString() == "en")
            .ToArray();

        var failed = questions.Where(question => GetError(answerer, question) is { } fault && Report(question, fault)).Count();

        Assert.True(questions.Length > 100, "the question set is not the one that this test knows");
        Assert.True(failed <= questions.Length * (1 - Wanted), $"{failed} of {questions.Length} failed");
    }

    private static string? GetError(Answerer answerer, JsonElement question)
    {
        var answer = answerer.Ask(question.GetProperty("q").GetString()!, FactBuilder.Today);
        using var json = JsonOf(answer);
        var expected = question.GetProperty("expect");
        var status = json.RootElement.GetProperty("status").GetString();
        if (!Allows(expected.GetProperty("status"), status))
            return $"status {status}";
        if (status != "answered")
            return null;
        foreach (var key in (string[])["intent", "verdict"])
        {
            var value = json.RootElement.GetProperty(key).GetString();
            if (expected.GetProperty(key).ValueKind == JsonValueKind.Array && !Allows(expected.GetProperty(key), value))
                return $"{key} {value}";
        }

        foreach (var key in (string[])["component", "asOf"])
        {
            var value = json.RootElement.GetProperty(key).GetString();
            if (expected.GetProperty(key) is { ValueKind: JsonValueKind.String } wanted && wanted.GetString() != value)
                return $"{key} {value}";
        }

        return Patterns(expected, "must").FirstOrDefault(pattern => !Regex.IsMatch(answer.Text, pattern, RegexOptions.IgnoreCase))
                is { } missing
                ? $"does not say {missing}"
            : Patterns(expected, "mustNot").FirstOrDefault(pattern => Regex.IsMatch(answer.Text, pattern, RegexOptions.IgnoreCase))
                is { } wrong
                ? $"says {wrong}"
            : null;
    }

    private bool Report(JsonElement question, string fault)
    {
        output.WriteLine($"{question.GetProperty("id")}: {question.GetProperty("q")}: {fault}");
        return true;
    }

    private static bool Allows(JsonElement values, string? value) =>
        values.EnumerateArray().Any(one => one.ValueKind == JsonValueKind.Null ? value is null : one.GetString() == value);

    private static IEnumerable<string> Patterns(JsonElement expected, string key) =>
        expected.GetProperty(key).EnumerateArray().Select(one => one.GetString()!);

    private static JsonDocument JsonOf(Answer answer)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            AnswerJson.Write(writer, answer);
        return JsonDocument.Parse(stream.ToArray());
    }
}
