using System.Text.Json;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Answers;

/// <summary>The contract of ask --json: other programs read it.</summary>
public sealed class AnswerJsonTests
{
    private static readonly Answerer Answerer = ShippedFacts.Answerer;

    [Fact]
    public void Answer_json_has_every_key_of_the_contract()
    {
        using var json = Write("was grok-1 open source on 2024-03-18");
        var root = json.RootElement;

        Assert.Equal(
            [
                "question",
                "status",
                "intent",
                "component",
                "subjects",
                "asOf",
                "verdict",
                "definitions",
                "answer",
                "choices",
                "facts",
                "aspects",
                "confidence",
                "proposition",
                "releases",
                "licence",
                "outputs",
                "variantOf",
                "datasetVersion",
            ],
            root.EnumerateObject().Select(property => property.Name)
        );
        Assert.Equal("answered", root.GetProperty("status").GetString());
        Assert.Equal("openness", root.GetProperty("intent").GetString());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("component").ValueKind);
        Assert.Equal("""{"kind":"release","id":"grok-1","name":"Grok-1"}""", root.GetProperty("subjects")[0].GetRawText());
        Assert.Equal("2024-03-18", root.GetProperty("asOf").GetString());
        Assert.Equal("open-weights", root.GetProperty("verdict").GetString());
        Assert.Contains(
            "training_code",
            root.GetProperty("definitions")[0].GetProperty("missing").EnumerateArray().Select(slug => slug.GetString())
        );
        var fact = root.GetProperty("facts")[0];
        Assert.Equal(
            ["subject", "property", "value", "validFrom", "approximate", "verifiedOn", "sources"],
            fact.EnumerateObject().Select(property => property.Name)
        );
    }

    [Fact]
    public void Refusal_json_lists_the_choices()
    {
        using var json = Write("is llama 9 open source");

        Assert.Equal("unknown_subject", json.RootElement.GetProperty("status").GetString());
        Assert.Equal("llama-4", json.RootElement.GetProperty("choices")[0].GetProperty("id").GetString());
    }

    private static JsonDocument Write(string question)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            AnswerJson.Write(writer, Answerer.Ask(question, FactBuilder.Today));
        return JsonDocument.Parse(stream.ToArray());
    }
}
